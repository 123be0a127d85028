using System.Globalization;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.PlotViews;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Visuals;

/// <summary>What every plot of one indicator takes from the indicator and its reader.</summary>
public sealed record PlotFrame(Indicator Indicator, SchoolStage? Stage, Visitor Visitor, PlotSize Size)
{
    public static PlotFrame Of(ComparedIndicator compared, Visitor visitor, PlotSize size) =>
        new(compared.Indicator, compared.Stage, visitor, size);

    public string IndicatorName => Visitor.Name(Indicator.Name, Indicator.NameEn);

    public decimal? Ceiling => Indicator.Unit == "percent" ? 100 : null;

    /// <summary>Whether more of it is better; null where neither direction is.</summary>
    public bool? MoreIsBetter => Indicator.Direction switch
    {
        Direction.HigherIsBetter => true,
        Direction.LowerIsBetter => false,
        _ => null,
    };

    /// <summary>Stage and period as a plot's second line.</summary>
    public string Subtitle(string? period = null)
    {
        var stage = StageText.Of(Stage, Visitor.Texts.Figure);
        return period is null ? stage : $"{Visitor.Numbers.Period(period)}{Visitor.Texts.Figure.ListSeparator}{stage}";
    }

    public string Title(string format) => string.Format(CultureInfo.InvariantCulture, format, IndicatorName);

    public T Dress<T>(T spec)
        where T : PlotSpec => spec with
        {
            Unit = Visitor.Numbers.UnitOf(Indicator),
            Decimals = Indicator.Decimals,
            Culture = Visitor.Language.Culture.Name,
            Width = Size.Width,
            Theme = Size.Theme,
        };

    /// <summary>The change from one reading to another, and whether it is for the better.</summary>
    public (string Text, SlopeCourse Course) ChangeOf(decimal? from, decimal? to)
    {
        if (to - from is not { } change)
            return (string.Empty, SlopeCourse.Level);
        // What is shown as no change is none.
        var shown = decimal.Round(change, Indicator.Decimals);
        var course = shown == 0 || MoreIsBetter is not { } better
            ? SlopeCourse.Level
            : shown > 0 == better ? SlopeCourse.Better : SlopeCourse.Worse;
        return (Visitor.Numbers.Change(change, Indicator), course);
    }

    public string NameOf(OrgUnit unit) => Visitor.Name(unit.Name, unit.NameEn);
}
