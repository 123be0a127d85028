using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.PlotViews;

/// <summary>The lines under the value in a mark's tip.</summary>
public static class MarkLines
{
    /// <summary>What the mark's name says too.</summary>
    public static IEnumerable<string> Of(PlotMark mark, MarkDetail detail) => mark.Note.Length > 0
        ? Of(detail.Text, mark.Synthetic).Prepend(mark.Note)
        : Of(detail.Text, mark.Synthetic);

    public static IEnumerable<string> Of(ReadingText text, bool synthetic)
    {
        var words = text.Visitor.Texts;
        if (synthetic)
            yield return words.Shell.Synthetic;
        if (text.Reading.Value is null)
            yield break;
        yield return text.Fraction is { } fraction ? $"{text.Basis}: {fraction}" : text.Basis;
        if (text.Beside is { } beside)
            yield return beside;
        if (text.Target is { } target)
            yield return $"{words.Figure.Target} {target}: {text.Status}";
        if (text.Change is { } change)
            yield return $"{words.Figure.Change} {change}";
        if (text.Coverage is { } coverage)
            yield return coverage;
    }

    /// <summary>Where the value comes from, for the eye only: read out at every mark it would bury the value.</summary>
    public static IEnumerable<string> Sources(ReadingText text)
    {
        if (Recorded(text) is { } recorded)
            yield return recorded;
        if (text.Indicator.Source is { Length: > 0 } source)
            yield return $"{SourceLead(text)}{source}";
    }

    /// <summary>When the newest record behind the value was accepted; null where there is no value.</summary>
    public static string? Recorded(ReadingText text) => text.Reading is { Value: not null, AsOf: { } asOf }
        ? $"{text.Visitor.Texts.Figure.RecordedAt}{text.Visitor.Texts.Figure.Colon}{text.Visitor.Numbers.Moment(asOf)}"
        : null;

    /// <summary>What stands before the title of the source document.</summary>
    public static string SourceLead(ReadingText text) => $"{text.Visitor.Texts.Figure.Source}{text.Visitor.Texts.Figure.Colon}";
}
