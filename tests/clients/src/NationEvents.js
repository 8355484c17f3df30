// Code of a client that uses Relay as it comes: a connection in pages, and an object that is
// fetched again by its id.
import { graphql } from "relay-runtime";

export const nationEvents = graphql`
  fragment NationEvents_nation on Nation
  @refetchable(queryName: "NationEventsPaginationQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" }) {
    id
    name
    events(first: $count, after: $cursor) @connection(key: "NationEvents_events") {
      edges {
        role
        node {
          id
          title
          evidence {
            quote
          }
        }
      }
    }
  }
`;

export const nationQuery = graphql`
  query NationEventsQuery($id: ID!) {
    node(id: $id) {
      ...NationEvents_nation @alias(as: "nation")
    }
  }
`;
