using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EduAnalytics.Benchmarks.Dashboard.Live;

/// <summary>What a page's script takes from the HTML in order to begin a circuit.</summary>
/// <param name="Components">The first update of the circuit: every component that the page marks, in the order of the page.</param>
/// <param name="State">What the page hands to its circuit, sealed by the server.</param>
internal sealed partial record PrerenderedPage(string Components, string State)
{
    /// <exception cref="InvalidOperationException">The page has no circuit, or has been refused.</exception>
    public static PrerenderedPage Read(string html)
    {
        var markers = Marker().Matches(html)
            .Select(match => JsonNode.Parse(match.Groups["json"].Value)!)
            .Where(marker => (string?)marker["type"] == "server")
            .OrderBy(marker => (int?)marker["sequence"])
            .ToList();
        var operations = markers.Select((marker, place) => new JsonObject { ["type"] = "add", ["ssrComponentId"] = place + 1, ["marker"] = marker });
        return markers.Count > 0 && SealedState().Match(html) is { Success: true } state
            ? new PrerenderedPage(
                new JsonObject { ["batchId"] = 1, ["operations"] = new JsonArray([.. operations]) }.ToJsonString(),
                state.Groups["state"].Value)
            : throw new InvalidOperationException($"This page begins no circuit:\n{html}");
    }

    [GeneratedRegex("<!--Blazor:(?<json>\\{.*?\\})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>[A-Za-z0-9+/=]+)-->")]
    private static partial Regex SealedState();
}
