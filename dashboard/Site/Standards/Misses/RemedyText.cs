using EduAnalytics.Dashboard.Shell;

namespace EduAnalytics.Dashboard.Standards.Misses;

/// <summary>What would turn a miss, in words.</summary>
public static class RemedyText
{
    /// <summary>A sentence's worth: what is to change and by how much.</summary>
    public static string Of(Remedy remedy, Visitor visitor)
    {
        var texts = visitor.Texts.Standard;
        var amount = visitor.Numbers.Amount(Math.Abs(remedy.Amount), remedy.Unit);
        return string.Format(
            visitor.Language.Culture, remedy.Amount > 0 ? texts.More : texts.Less, visitor.Name(remedy.MeasureName, remedy.MeasureNameEn), amount);
    }

    /// <summary>For a cell whose column says what is counted: the amount alone.</summary>
    public static string Brief(Remedy remedy, Visitor visitor) => string.Format(
        visitor.Language.Culture,
        remedy.Amount > 0 ? visitor.Texts.Standard.Lacking : visitor.Texts.Standard.Excess,
        visitor.Numbers.Amount(Math.Abs(remedy.Amount), remedy.Unit));

    public static string Of(RemedyObstacle obstacle, Visitor visitor) => obstacle switch
    {
        RemedyObstacle.NoComponents => visitor.Texts.Standard.NoComponents,
        RemedyObstacle.NotByOneSchool => visitor.Texts.Standard.NotByOneSchool,
        _ => visitor.Texts.Standard.NotByThisMeasure,
    };

    /// <summary>What several schools need together, measure by measure; what one has too much of is left to it.</summary>
    public static IEnumerable<Remedy> Total(IEnumerable<Remedy> remedies) => remedies
        .Where(remedy => remedy.Amount > 0)
        .GroupBy(remedy => remedy.Measure)
        .Select(group => group.First() with { Amount = group.Sum(remedy => remedy.Amount) })
        .OrderBy(remedy => remedy.Measure, StringComparer.Ordinal);
}
