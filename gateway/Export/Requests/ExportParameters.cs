using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Export.Tables;
using EduAnalytics.Gateway.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace EduAnalytics.Gateway.Export.Requests;

/// <summary>
/// The parameters of an export's address. Lists are written with commas or by naming the parameter again. What is not
/// understood is refused: a misspelt parameter that went unnoticed would give a file of something else.
/// </summary>
internal sealed class ExportParameters
{
    private static readonly Dictionary<string, SchoolStage> stages = Enum.GetValues<SchoolStage>().ToDictionary(CodeWords.CodeOf);

    private static readonly Dictionary<string, ExportLanguage> languages = new() { ["zh"] = ExportLanguage.Chinese, ["en"] = ExportLanguage.English };

    private static readonly Dictionary<string, bool> flags = new() { ["true"] = true, ["false"] = false };

    private readonly IQueryCollection query;

    /// <param name="known">What the address may have; anything else is a problem.</param>
    public ExportParameters(HttpRequest http, IReadOnlyList<string> known)
    {
        query = http.Query;
        Address = $"{http.Path}{http.QueryString}";
        if (query.Keys.FirstOrDefault(name => !known.Contains(name)) is { } stranger)
            Refuse(stranger, $"There is no parameter '{stranger}'. There are: {string.Join(", ", known)}.");
    }

    /// <summary>Path and query as they were written.</summary>
    public string Address { get; }

    /// <summary>What is wrong, of several things the first that was read; null while nothing is.</summary>
    public ExportProblem? Problem { get; private set; }

    public void Refuse(string name, string sentence) => Problem ??= ExportProblem.Bad(name, sentence);

    public IReadOnlyList<string> List(string name) =>
        [.. query[name].SelectMany(text => (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    public string? Text(string name)
    {
        var given = query[name];
        if (given.Count > 1)
            Refuse(name, $"{name} is given {given.Count} times; give it once.");
        return StringValues.IsNullOrEmpty(given) ? null : given[0];
    }

    /// <param name="example">What could stand there.</param>
    /// <returns>The empty text where there is none, which is a problem.</returns>
    public string Required(string name, string example)
    {
        if (Text(name) is { } given)
            return given;
        Refuse(name, $"Name {name}: {name}={example}.");
        return string.Empty;
    }

    public T? Choice<T>(string name, IReadOnlyDictionary<string, T> choices) where T : struct
    {
        if (Text(name) is not { } given)
            return null;
        if (choices.TryGetValue(given, out var chosen))
            return chosen;
        Refuse(name, $"{name} takes one of {string.Join(", ", choices.Keys)}; '{given}' is none.");
        return null;
    }

    /// <summary>A choice among the codes that the schema gives an enumeration.</summary>
    public T? Code<T>(string name) where T : struct, Enum => Choice(name, Enum.GetValues<T>().ToDictionary(CodeWords.CodeOf));

    public SchoolStage? Stage(string name) => Choice(name, stages);

    public ExportLanguage Language() => Choice("lang", languages) ?? ExportLanguage.Chinese;

    /// <summary>True where a CSV begins with the mark by which Excel knows UTF-8.</summary>
    public bool HasByteOrderMark() => Choice("bom", flags) ?? false;

    public DateTimeOffset? InstantAt(string name)
    {
        if (Text(name) is not { } given)
            return null;
        // In an address a plus sign that was not escaped arrives as a space.
        if (InstantText.TryParse(given.Replace(' ', '+'), out var instant))
            return instant;
        Refuse(name, InstantText.Refusal(given));
        return null;
    }

    public Period? PeriodAt(string name)
    {
        if (Text(name) is not { } given)
            return null;
        if (Period.TryParse(given, out var period, out var reason))
            return period;
        Refuse(name, reason);
        return null;
    }

    /// <returns>No period at all where none is given, which is a problem.</returns>
    public Period RequiredPeriod(string name)
    {
        if (PeriodAt(name) is { } period)
            return period;
        Required(name, "2024");
        return default;
    }
}
