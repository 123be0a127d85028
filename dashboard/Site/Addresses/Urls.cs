using System.Globalization;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.SavedViews;
using EduAnalytics.Dashboard.Shell;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace EduAnalytics.Dashboard.Addresses;

/// <summary>
/// Every address of the dashboard, written here and read by <see cref="AddressReader"/>. Language and theme travel along
/// where they are not the usual ones, so that a shared address looks the same to its reader.
/// </summary>
public sealed class Urls(Visitor visitor)
{
    public string Compare(CompareView view) => Write("/", Fields(view));

    /// <summary>A compare view as a picture to embed in another document.</summary>
    /// <param name="kind">Such as <c>comparison</c> or <c>ranking</c>.</param>
    /// <param name="period">Of a plot of one period; null for the newest that most units have.</param>
    /// <param name="format"><c>svg</c> or <c>png</c>, as of all pictures.</param>
    public string ComparedImage(string kind, CompareView view, string? period, string format) =>
        Write($"/plots/{kind}.{format}", [.. Fields(view with { Explain = null }), new("period", period)]);

    /// <summary>One indicator of a unit over the years, with its parent for reference.</summary>
    public string UnitImage(UnitView view, string format) => Write(
        $"/plots/unit.{format}", [new("unit", view.Id), new("indicator", view.Indicator), new("stage", StageText.CodeOf(view.Stage))]);

    /// <summary>How unevenly the schools of one stage stand by a standard.</summary>
    public string VariationImage(ComplianceView view, string format) => Write(
        $"/plots/variation.{format}",
        [new("unit", view.Unit), new("standard", view.Standard), new("period", view.Period), new("stage", StageText.CodeOf(view.Stage))]);

    /// <summary>What came in from a unit and below within the last hour.</summary>
    public string PulseImage(string unit, string format) => Write($"/plots/pulse.{format}", [new("unit", unit)]);

    /// <summary>A comparison's numbers as a file of the gateway's, in the visitor's language.</summary>
    /// <param name="format"><c>csv</c>, <c>xlsx</c> or <c>arrow</c>.</param>
    public string ComparisonFile(ExportView view, string format) => Write(
        $"/export/comparison.{format}",
        [
            new("orgUnits", view.Parent is null ? string.Join(',', view.Units) : null), new("childrenOf", view.Parent), new("indicators", view.Indicator), new("stage", StageText.CodeOf(view.Stage)),
            new("from", view.From), new("to", view.To), new("asOf", view.AsOf?.Variable), new("lang", visitor.Language.Code),
            MarkOf(format),
        ],
        []);

    /// <summary>A unit's indicator by grade and sex as a file.</summary>
    /// <param name="format"><c>csv</c> or <c>xlsx</c>, as of all files below.</param>
    public string BreakdownFile(string unit, string indicator, string period, string format) =>
        NumbersFile("breakdown", [new("orgUnit", unit), new("indicator", indicator), new("period", period)], format);

    /// <summary>Every criterion of a standard at a unit and its schools as a file.</summary>
    public string ComplianceFile(string unit, string standard, string period, string format) =>
        NumbersFile("compliance", [new("orgUnit", unit), new("standard", standard), new("period", period)], format);

    /// <summary>The findings that a view lists, all pages of it, as a file.</summary>
    /// <param name="unit">At and below which.</param>
    /// <param name="period">Null for all periods.</param>
    public string FindingsFile(FindingsView view, string unit, string? period, string format) => NumbersFile(
        "findings",
        [
            new("orgUnit", unit), new("period", period), new("rule", view.Rule),
            new("severity", view.Severity?.ToString().ToUpperInvariant()), new("state", view.State?.ToString().ToUpperInvariant()),
        ],
        format);

    /// <summary>What came in from a unit and below within the last hour, minute by minute, as a file.</summary>
    public string ActivityFile(string unit, string format) => NumbersFile("activity", [new("orgUnit", unit)], format);

    public string Report(ReportView view) => Write("/report", Fields(view));

    /// <summary>One visual of a report as a picture, with what is picked in it.</summary>
    /// <param name="visual">Its name, such as <c>lines</c>.</param>
    /// <param name="format"><c>svg</c> or <c>png</c>.</param>
    public string ReportImage(ReportView view, string visual, string format) =>
        Write($"/plots/report/{visual}.{format}", Fields(view with { Explain = null }));

    public string Unit(UnitView view) => Write(
        $"/units/{Uri.EscapeDataString(view.Id)}",
        [
            new("indicator", view.Indicator), new("period", view.Period), new("stage", StageText.CodeOf(view.Stage)),
            new("asOf", view.AsOf?.Text),
        ]);

    public string Compliance(ComplianceView view) => Write(
        $"/units/{Uri.EscapeDataString(view.Unit)}/standards/{Uri.EscapeDataString(view.Standard)}",
        [new("period", view.Period), new("stage", StageText.CodeOf(view.Stage))]);

    public string Standards() => Write("/standards", []);

    public string Findings(FindingsView view) => Write(
        "/findings",
        [
            new("unit", view.Unit), new("period", view.Period), new("rule", view.Rule),
            new("severity", view.Severity?.ToString().ToUpperInvariant()),
            new("state", view.State?.ToString().ToUpperInvariant()), new("after", view.After), new("refusal", view.Refusal),
        ]);

    /// <summary>Where a word on a finding is sent.</summary>
    public static string FindingWords => "/findings/words";

    public string Dropouts(DropoutsView view) => Write(
        $"/units/{Uri.EscapeDataString(view.Unit)}/dropouts", [new("period", view.Period), new("stage", StageText.CodeOf(view.Stage))]);

    public string Live(LiveView view) => Write("/live", [new("unit", view.Unit)]);

    /// <summary>The list of the reader's saved views.</summary>
    public string Views(ViewsView view) => Write("/views", [new("refusal", view.Refusal), new("saved", view.Saved)]);

    /// <summary>Where a change of the saved views is sent.</summary>
    public static string ViewChanges => "/views/change";

    /// <summary>A saved view in the reader's language and theme, unless its address names others.</summary>
    public string Saved(SavedView view)
    {
        var named = QueryHelpers.ParseQuery(view.Address.Split('?', 2) is [_, var query] ? query : null);
        return QueryHelpers.AddQueryString(view.Address, visitor.AddressFields.Where(field => field.Value is not null && !named.ContainsKey(field.Key)));
    }

    /// <summary>A comparison as the small picture on a card.</summary>
    public string CardImage(CompareView view, Theme theme) => Write(
        "/plots/comparison.svg",
        [
            .. Fields(view), new("width", Text(CardWidth)), new("height", Text(CardHeight)), new("lang", visitor.Language.Code),
            new("theme", theme == Theme.Dark ? "dark" : null),
        ],
        []);

    /// <summary>In CSS pixels.</summary>
    public const int CardWidth = 360;

    /// <inheritdoc cref="CardWidth"/>
    public const int CardHeight = 240;

    public string Import() => Write("/import", []);

    /// <summary>The sign-in page, which leads back.</summary>
    /// <param name="address">Where the reader is.</param>
    public string SignIn(string address) => Write("/sign-in", [new("to", new Uri(address, UriKind.Absolute).PathAndQuery)]);

    /// <summary>The address a reader is at, with another language or theme.</summary>
    public static string With(string address, string name, string value)
    {
        var uri = new Uri(address, UriKind.Absolute);
        var query = QueryHelpers.ParseQuery(uri.Query);
        query[name] = value;
        return QueryHelpers.AddQueryString(uri.AbsolutePath, query);
    }

    private static List<KeyValuePair<string, string?>> Fields(CompareView view) =>
    [
        new("indicator", view.Indicator),
        new("units", view.Units.Count == 0 ? null : string.Join(',', view.Units)),
        new("parent", view.Parent),
        new("from", view.From?.ToString(CultureInfo.InvariantCulture)),
        new("to", view.To?.ToString(CultureInfo.InvariantCulture)),
        new("stage", StageText.CodeOf(view.Stage)),
        new("span", view.Span == PeriodSpan.Whole ? null : view.Span.ToString().ToLowerInvariant()),
        new("asOf", view.AsOf?.Text),
        new("explain", view.Explain is { } value ? $"{value.Unit}~{value.Period}" : null),
    ];

    private static List<KeyValuePair<string, string?>> Fields(ReportView view) =>
    [
        new("at", view.At),
        new("group", view.Group),
        new("indicator", view.Indicator),
        new("units", view.Units.Count == 0 ? null : string.Join(',', view.Units)),
        new("from", view.From?.ToString(CultureInfo.InvariantCulture)),
        new("to", view.To?.ToString(CultureInfo.InvariantCulture)),
        new("stage", StageText.CodeOf(view.Stage)),
        new("split", view.Split.Count == 0 ? null : string.Join(',', view.Split).ToLowerInvariant()),
        new("branch", view.Branch),
        new("pick", view.Pick is { } pick ? $"{pick.Unit}~{pick.Period}~{pick.Indicator}" : null),
        new("explain", view.Explain is { } value ? $"{value.Unit}~{value.Period}" : null),
        new("asOf", view.Explain is null ? null : view.AsOf?.Text),
    ];

    private string NumbersFile(string name, IEnumerable<KeyValuePair<string, string?>> fields, string format) =>
        Write($"/export/{name}.{format}", [.. fields, new("lang", visitor.Language.Code), MarkOf(format)], []);

    /// <summary>Without it a double click in Excel shows Chinese as something else.</summary>
    private static KeyValuePair<string, string?> MarkOf(string format) => new("bom", format == "csv" ? "true" : null);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Write(string path, List<KeyValuePair<string, string?>> fields) => Write(path, fields, visitor.AddressFields);

    private static string Write(string path, IEnumerable<KeyValuePair<string, string?>> fields, IEnumerable<KeyValuePair<string, string?>> visitorFields)
    {
        var present = fields.Concat(visitorFields).Where(field => field.Value is not null)
            .Select(field => KeyValuePair.Create(field.Key, new StringValues(field.Value)));
        // Commas and tildes are allowed in a query and read better than their escapes.
        return QueryHelpers.AddQueryString(path, present)
            .Replace("%2C", ",", StringComparison.Ordinal).Replace("%7E", "~", StringComparison.Ordinal);
    }
}
