using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Shell;

namespace EduAnalytics.Dashboard.Standards;

/// <summary>A criterion and its result in words and numbers.</summary>
public sealed record OutcomeText(Outcome Outcome, Visitor Visitor)
{
    private Criterion Criterion => Outcome.Criterion;

    private CriterionResult Result => Outcome.Result;

    /// <summary>With the indicator's unit; coefficients have none, and a rule counts criteria.</summary>
    public string Value => Result switch
    {
        { Value: null } => Visitor.Texts.Figure.NoData,
        { Value: { } value, Basis: Basis.Reported } => Visitor.Numbers.Stated(value, Measured),
        { Value: { } value } => Criterion.Scope is CriterionScope.OwnValue or CriterionScope.EachSchool
            ? Visitor.Numbers.Value(value, Measured)
            : Criterion.Scope == CriterionScope.Spread ? Visitor.Numbers.Plain(value, Measured)
            : $"{Visitor.Numbers.Amount(value)}/{Criterion.Counted.Count}",
    };

    /// <summary>Without the unit, where a column's head names it.</summary>
    public string Plain => Result switch
    {
        { Value: null } => Visitor.Texts.Figure.NoData,
        { Value: { } value, Basis: Basis.Reported } => Visitor.Numbers.Amount(value),
        { Value: { } value } => Visitor.Numbers.Plain(value, Measured),
    };

    /// <summary>Null without a value, and for a rule, whose margin counts criteria or shares of one.</summary>
    public string? Margin => Result.Margin is not { } margin || Criterion.Scope == CriterionScope.MostOf ? null
        : decimal.Round(margin, Measured.Decimals) == 0 && margin != 0 ? (margin > 0 ? "+" : "−") + Math.Abs(margin).ToString("0.######", Visitor.Language.Culture)
        : Visitor.Numbers.Change(margin, Measured);

    public string Name => NameOf(Criterion, Visitor);

    public string Threshold => ThresholdOf(Criterion, Visitor);

    /// <summary>As its indicator writes numbers; coefficients have four digits, as the gateway compares them.</summary>
    private Indicator Measured => Criterion.Scope == CriterionScope.Spread ? Criterion.Indicator with { Unit = "ratio", Decimals = 4 } : Criterion.Indicator;

    /// <summary>With the stage where it is set by stage.</summary>
    public static string NameOf(Criterion criterion, Visitor visitor) => criterion.Stage is { } stage
        ? string.Format(visitor.Language.Culture, visitor.Texts.Standard.OfStage, NameWithout(criterion, visitor), StageText.Of(stage, visitor.Texts.Figure))
        : NameWithout(criterion, visitor);

    public static string NameWithout(Criterion criterion, Visitor visitor) => visitor.Name(criterion.Name, criterion.NameEn);

    /// <summary>As a condition: <c>≥ 4.2</c>, <c>≤ 0.5</c>, <c>≥ 50%</c>.</summary>
    public static string ThresholdOf(Criterion criterion, Visitor visitor)
    {
        var sign = criterion.Comparison switch { Comparison.AtLeast => "≥", Comparison.AtMost => "≤", _ => "<" };
        var size = Math.Abs(criterion.Threshold).ToString("#,0.####", visitor.Language.Culture);
        var number = criterion.Threshold < 0 ? $"−{size}" : size;
        var unit = criterion.Scope is CriterionScope.Spread or CriterionScope.MostOf ? string.Empty : visitor.Numbers.UnitOf(criterion.Indicator);
        return unit switch { "" => $"{sign} {number}", "%" => $"{sign} {number}%", _ => $"{sign} {number} {unit}" };
    }
}
