using System.Globalization;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Findings;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace EduAnalytics.Dashboard.Addresses;

/// <summary>
/// Reads what <see cref="Urls"/> writes, and what a plain form sends: a field left empty counts as absent, units may come
/// one by one. Pages forgive what they cannot read; the plot images, which programs ask for, name it.
/// </summary>
public sealed class AddressReader
{
    private static readonly char[] Separators = [',', ' '];
    private readonly Dictionary<string, StringValues> _query;
    private readonly List<UnreadField> _unread = [];

    public AddressReader(string? query) => _query = QueryHelpers.ParseQuery(query);

    /// <summary>The fields that hold nothing usable, with what would be.</summary>
    public IReadOnlyList<UnreadField> Unread => _unread;

    public CompareView ReadCompare()
    {
        var (from, to) = ReadYears();
        return new CompareView
        {
            Indicator = ReadText("indicator"),
            Units = [.. ReadList("units")],
            Parent = ReadText("parent"),
            From = from,
            To = to,
            Stage = ReadStage(),
            Span = ReadChoice("span", ["whole", "part", "all"]) switch
            {
                "part" => PeriodSpan.Part,
                "all" => PeriodSpan.All,
                _ => PeriodSpan.Whole,
            },
            AsOf = ReadPast(),
            Explain = ReadExplained(),
        };
    }

    public ReportView ReadReport()
    {
        var (from, to) = ReadYears();
        return new ReportView
        {
            At = ReadText("at"),
            Group = ReadText("group"),
            Indicator = ReadText("indicator"),
            Units = [.. ReadList("units")],
            From = from,
            To = to,
            Stage = ReadStage(),
            Pick = ReadPick(),
            Split = [.. ReadSplits()],
            Branch = ReadText("branch"),
            Explain = ReadExplained(),
            AsOf = ReadPast(),
        };
    }

    public UnitView ReadUnit(string id) => new(id)
    {
        Indicator = ReadText("indicator"),
        Period = ReadText("period"),
        Stage = ReadStage(),
        AsOf = ReadPast(),
    };

    public ComplianceView ReadCompliance(string unit, string standard) => new(unit, standard)
    {
        Period = ReadText("period"),
        Stage = ReadStage(),
    };

    public DropoutsView ReadDropouts(string unit) => new(unit)
    {
        Period = ReadText("period"),
        Stage = ReadStage(),
    };

    public FindingsView ReadFindings() => new()
    {
        Unit = ReadText("unit"),
        Period = ReadText("period"),
        Rule = ReadText("rule"),
        Severity = ReadChoice("severity", [.. Enum.GetNames<Severity>().Select(name => name.ToUpperInvariant())]) is { } severity
            ? Enum.Parse<Severity>(severity, ignoreCase: true)
            : null,
        State = ReadChoice("state", [.. Enum.GetNames<FindingState>().Select(name => name.ToUpperInvariant())]) is { } state
            ? Enum.Parse<FindingState>(state, ignoreCase: true)
            : null,
        After = ReadText("after"),
        Refusal = ReadText("refusal"),
    };

    public ViewsView ReadViews() => new() { Refusal = ReadText("refusal"), Saved = ReadText("saved") };

    public LiveView ReadLive() => new(ReadText("unit"));

    public string? ReadText(string name) =>
        _query.TryGetValue(name, out var values) && values.LastOrDefault() is { Length: > 0 } text ? text : null;

    /// <summary>A whole number within bounds; null where absent or unreadable.</summary>
    public int? ReadNumber(string name, int least, int most)
    {
        if (ReadText(name) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
            return number;
        _unread.Add(new UnreadField(name, text, $"a whole number from {least} to {most}"));
        return null;
    }

    /// <summary>One of a few words; null where absent or another.</summary>
    public string? ReadChoice(string name, IReadOnlyList<string> choices)
    {
        if (ReadText(name) is not { } text)
            return null;
        if (choices.Contains(text))
            return text;
        _unread.Add(new UnreadField(name, text, $"one of {string.Join(", ", choices)}"));
        return null;
    }

    /// <summary>Words parted by commas or given one by one, each once.</summary>
    public IEnumerable<string> ReadList(string name) =>
        _query.TryGetValue(name, out var values)
            ? values.SelectMany(value => (value ?? string.Empty).Split(Separators, StringSplitOptions.RemoveEmptyEntries)).Distinct()
            : [];

    /// <summary>Years in either order: a reader who picks 2024 to 2020 means 2020 to 2024.</summary>
    private (int? From, int? To) ReadYears()
    {
        var from = ReadNumber("from", 1900, 2200);
        var to = ReadNumber("to", 1900, 2200);
        return from > to ? (to, from) : (from, to);
    }

    private SchoolStage? ReadStage()
    {
        if (ReadText("stage") is not { } text)
            return null;
        if (!int.TryParse(text, out _) && Enum.TryParse<SchoolStage>(text, ignoreCase: true, out var stage))
            return stage;
        var codes = string.Join(", ", Enum.GetNames<SchoolStage>().Select(name => name.ToUpperInvariant()));
        _unread.Add(new UnreadField("stage", text, $"one of {codes}"));
        return null;
    }

    private PastMoment? ReadPast()
    {
        if (ReadText("asOf") is not { } text)
            return null;
        if (PastMoment.Parse(text) is { } moment)
            return moment;
        _unread.Add(new UnreadField("asOf", text, "a day such as 2026-05-01, or an instant with its offset such as 2026-05-01T16:00:00Z"));
        return null;
    }

    /// <summary>Unit, period and indicator, of which two may be left empty.</summary>
    private ReportPick? ReadPick()
    {
        if (ReadText("pick")?.Split('~') is not [var unit, var period, var indicator] || (unit + period + indicator).Length == 0)
            return null;
        return new ReportPick(OrNull(unit), OrNull(period), OrNull(indicator));

        static string? OrNull(string part) => part.Length == 0 ? null : part;
    }

    /// <summary>As often as they are given: units may be parted twice.</summary>
    private IEnumerable<TreeSplit> ReadSplits() => (ReadText("split") ?? string.Empty).Split(Separators, StringSplitOptions.RemoveEmptyEntries)
        .Where(word => Enum.GetNames<TreeSplit>().Contains(word, StringComparer.OrdinalIgnoreCase)).Select(word => Enum.Parse<TreeSplit>(word, ignoreCase: true));

    private ExplainedValue? ReadExplained() =>
        ReadText("explain")?.Split('~') is [{ Length: > 0 } unit, { Length: > 0 } period] ? new(unit, period) : null;
}

/// <summary>A field of an address that could not be read.</summary>
/// <param name="Wanted">What it may hold, to stand after 'give'.</param>
public sealed record UnreadField(string Name, string Given, string Wanted)
{
    public string Sentence => $"The field '{Name}' holds '{Given}'; give {Wanted}.";
}
