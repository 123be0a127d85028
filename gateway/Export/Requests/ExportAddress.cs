using System.Diagnostics.CodeAnalysis;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Export.Tables;
using EduAnalytics.Gateway.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace EduAnalytics.Gateway.Export.Requests;

/// <summary>
/// Reads an export's address. Lists are written with commas or by naming the parameter again. What is not understood is
/// refused: a misspelt parameter that went unnoticed would give a file of something else.
/// </summary>
internal sealed class ExportAddress
{
    private static readonly string[] known = ["orgUnits", "childrenOf", "indicators", "stage", "from", "to", "asOf", "lang", "layout", "bom"];

    private static readonly Dictionary<string, SchoolStage> stages = Enum.GetValues<SchoolStage>().ToDictionary(CodeWords.CodeOf);

    private static readonly Dictionary<string, ExportLayout> layouts = new() { ["long"] = ExportLayout.Long, ["wide"] = ExportLayout.Wide };

    private static readonly Dictionary<string, ExportLanguage> languages = new() { ["zh"] = ExportLanguage.Chinese, ["en"] = ExportLanguage.English };

    private static readonly Dictionary<string, bool> flags = new() { ["true"] = true, ["false"] = false };

    private readonly IQueryCollection query;
    private ExportProblem? problem;

    private ExportAddress(IQueryCollection query) => this.query = query;

    public static bool TryRead(
        HttpRequest http, [NotNullWhen(true)] out ExportRequest? request, [NotNullWhen(false)] out ExportProblem? problem)
    {
        var address = new ExportAddress(http.Query);
        request = address.Read($"{http.Path}{http.QueryString}");
        problem = address.problem;
        if (problem is not null)
            request = null;
        return problem is null;
    }

    private ExportRequest Read(string address)
    {
        if (query.Keys.FirstOrDefault(name => !known.Contains(name)) is { } stranger)
            problem = ExportProblem.Bad(stranger, $"There is no parameter '{stranger}'. There are: {string.Join(", ", known)}.");
        var indicators = List("indicators");
        if (indicators.Count == 0)
            problem ??= ExportProblem.Bad("indicators", "Name at least one indicator: indicators=preschool.public_share,dropout.rate.");
        var orgUnits = List("orgUnits");
        var asked = new ComparisonQuery(
            orgUnits.Count == 0 ? null : orgUnits,
            Text("childrenOf"),
            indicators,
            Choice("stage", stages),
            new PeriodRange(PeriodAt("from"), PeriodAt("to")),
            InstantAt("asOf"));
        return new ExportRequest(
            address, asked, Choice("layout", layouts) ?? ExportLayout.Long, Choice("lang", languages) ?? ExportLanguage.Chinese, Choice("bom", flags) ?? false);
    }

    private List<string> List(string name) =>
        [.. query[name].SelectMany(text => (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private string? Text(string name)
    {
        var given = query[name];
        if (given.Count > 1)
            problem ??= ExportProblem.Bad(name, $"{name} is given {given.Count} times; give it once.");
        return StringValues.IsNullOrEmpty(given) ? null : given[0];
    }

    private T? Choice<T>(string name, Dictionary<string, T> choices) where T : struct
    {
        if (Text(name) is not { } given)
            return null;
        if (choices.TryGetValue(given, out var chosen))
            return chosen;
        problem ??= ExportProblem.Bad(name, $"{name} takes one of {string.Join(", ", choices.Keys)}; '{given}' is none.");
        return null;
    }

    private DateTimeOffset? InstantAt(string name)
    {
        if (Text(name) is not { } given)
            return null;
        // In an address a plus sign that was not escaped arrives as a space.
        if (InstantText.TryParse(given.Replace(' ', '+'), out var instant))
            return instant;
        problem ??= ExportProblem.Bad(name, InstantText.Refusal(given));
        return null;
    }

    private Period? PeriodAt(string name)
    {
        if (Text(name) is not { } given)
            return null;
        if (Period.TryParse(given, out var period, out var reason))
            return period;
        problem ??= ExportProblem.Bad(name, reason);
        return null;
    }
}
