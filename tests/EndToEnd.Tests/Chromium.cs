using Microsoft.Playwright;

namespace EduAnalytics.EndToEnd;

/// <summary>The machine's own Chromium, for tests and for the benchmark of the pages.</summary>
internal static class Chromium
{
    private static readonly string[] places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Task<IBrowser> Launch(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = places.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("This needs Chromium: apt-get install chromium."),
        Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
}
