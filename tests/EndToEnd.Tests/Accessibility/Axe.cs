using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace EduAnalytics.EndToEnd.Tests.Accessibility;

/// <summary>
/// What axe finds on a page. It is loaded once a document and tells its violations only: of what passes it would tell every
/// element, and the driver of its package carries all that through a second browser page.
/// </summary>
internal static class Axe
{
    private const string Run = """
        async (rules) => {
          const options = { resultTypes: ["violations"] };
          if (rules.length > 0) {
            options.runOnly = { type: "rule", values: rules };
          }

          const found = await axe.run(document, options);
          return found.violations.map((rule) => `${rule.id} (${rule.nodes.length}): ${rule.help} ${rule.nodes[0].html}`);
        }
        """;

    private static readonly string script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Fails where the page breaks a rule.</summary>
    /// <param name="what">What of the page is looked at, for the message.</param>
    /// <param name="rules">Those that are asked; none for all.</param>
    public static async Task FindsNothing(IPage page, string what, params string[] rules)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(script);
        var violations = await page.EvaluateAsync<string[]>(Run, rules);
        Assert.True(violations.Length == 0, $"{page.Url} ({what}): {string.Join("; ", violations)}");
    }
}
