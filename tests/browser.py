"""A real headless Chromium, driven through its own driver; nothing is downloaded."""

import json
import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, cast
from urllib.parse import urlsplit

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1500,1000",
)
LOCAL = ("127.0.0.1", "localhost")
INSIDE = ("data", "blob", "chrome", "about")
"""Schemes of what a browser loads from itself."""
PATIENCE = 30


def missing() -> str:
    """What is not installed, as a reason to skip; empty where all is there."""
    absent = [name for name in ("chromium", "chromedriver") if not shutil.which(name)]
    return f"not installed: {' and '.join(absent)}" if absent else ""


class Browser:
    """A browser with one page; ``select`` and ``click`` wait for what they need."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self._driver = driver
        self._requests: list[str] = []

    def open(self, url: str) -> None:
        """Go to an address."""
        self._driver.get(url)

    @property
    def title(self) -> str:
        """The title of the page."""
        return self._driver.title

    def select(self, selector: str) -> list[WebElement]:
        """Elements by CSS selector, as soon as there is one."""
        waiting = WebDriverWait(self._driver, PATIENCE)
        return waiting.until(lambda d: d.find_elements(By.CSS_SELECTOR, selector))

    def click(self, selector: str) -> None:
        """Click the first element of a CSS selector."""
        self.select(selector)[0].click()

    def click_path(self, path: str) -> None:
        """Click the first element of an XPath."""
        waiting = WebDriverWait(self._driver, PATIENCE)
        waiting.until(lambda d: d.find_element(By.XPATH, path)).click()

    def texts(self, selector: str) -> list[str]:
        """The texts of elements."""
        return [element.text for element in self.select(selector)]

    def run(self, script: str) -> Any:
        """The value of a script."""
        return self._driver.execute_script(script)

    def wait_for(self, script: str) -> Any:
        """The value of a script, as soon as it is true."""
        waiting = WebDriverWait(self._driver, PATIENCE)
        return waiting.until(lambda _driver: self.run(script))

    def screenshot(self, path: str) -> None:
        """Write what is seen to a PNG file."""
        self._driver.save_screenshot(path)

    def complaints(self) -> list[str]:
        """Warnings and errors of the console."""
        entries = cast(list[dict[str, Any]], self._driver.get_log("browser"))
        return [entry["message"] for entry in entries if entry["level"] in ("WARNING", "SEVERE")]

    def requests_that_left(self) -> list[str]:
        """Addresses that the page asked of another machine."""
        return [url for url in self._asked() if not _is_local(url)]

    def _asked(self) -> list[str]:
        for entry in cast(list[dict[str, Any]], self._driver.get_log("performance")):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                self._requests.append(message["params"]["request"]["url"])
        return self._requests


def _is_local(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme.startswith(INSIDE) or parts.hostname in LOCAL


@contextmanager
def browser(*, dark: bool = False) -> Generator[Browser]:
    """A fresh browser without any past."""
    options = webdriver.ChromeOptions()
    options.binary_location = str(shutil.which("chromium"))
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        if dark:
            options.add_argument("--blink-settings=preferredColorScheme=0")
        service = Service(executable_path=shutil.which("chromedriver"))
        driver = webdriver.Chrome(options=options, service=service)
        try:
            yield Browser(driver)
        finally:
            driver.quit()
