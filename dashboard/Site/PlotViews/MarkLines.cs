using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.PlotViews;

/// <summary>The lines under the value in a mark's tip.</summary>
public static class MarkLines
{
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
        if (text.Reading.AsOf is { } asOf)
            yield return $"{words.Figure.RecordedAt}{words.Figure.Colon}{text.Visitor.Numbers.Moment(asOf)}";
        if (text.Indicator.Source is { Length: > 0 } source)
            yield return $"{words.Figure.Source}{words.Figure.Colon}{source}";
    }
}
