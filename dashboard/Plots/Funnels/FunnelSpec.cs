using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Funnels;

namespace EduAnalytics.Plots;

/// <summary>
/// Each unit's rate over the number of people behind it, between limits that chance alone seldom passes. A small unit
/// swings widely without meaning anything; the limits show how widely, and only what lies outside is named.
/// </summary>
public sealed record FunnelSpec : PlotSpec
{
    public string Subtitle { get; init; } = "";

    /// <summary>In CSS pixels, the key not counted.</summary>
    public int Height { get; init; } = 440;

    /// <summary>The one period all counts belong to; repeated in every mark.</summary>
    public required string Period { get; init; }

    public required ValueList<FunnelPoint> Points { get; init; }

    /// <summary>What a rate is multiplied by to be in the plot's unit: 100 for per cent.</summary>
    public decimal Scale { get; init; } = 100;

    public FunnelModel Model { get; init; }

    /// <summary>How many units are left out because their counts are too small to be shown.</summary>
    public int Withheld { get; init; }

    public required FunnelTexts Texts { get; init; }

    /// <summary>All counts together, as a share and not yet scaled; null without any point.</summary>
    internal double? Centre => Points.Count == 0
        ? null
        : (double)(Points.Sum(point => point.Numerator) / Points.Sum(point => point.Denominator));

    public override PlotTable Table() => PlotTable.Of(
        [Texts.OrgUnit, Texts.Numerator, Texts.Denominator, Texts.Rate, Texts.LowerLimit, Texts.UpperLimit, Texts.Place],
        Points.Select(point =>
        {
            var (low, high) = ControlLimits.At(this, (double)point.Denominator, ControlLimits.Outer);
            return new[]
            {
                point.Synthetic ? point.Name + Texts.SyntheticSuffix : point.Name,
                Count(point.Numerator),
                Count(point.Denominator),
                Numbers.WithUnit(RateOf(point)),
                Numbers.WithUnit((decimal)low),
                Numbers.WithUnit((decimal)high),
                Texts.Of(ControlLimits.PlaceOf(this, point)),
            };
        }));

    internal override void Check()
    {
        SpecCheck.Size(Height, nameof(Height));
        SpecCheck.Unique(Points.Select(point => point.Id));
        SpecCheck.Demand(Scale > 0, $"The scale is {Scale}; it must be above zero.");
        SpecCheck.Demand(Withheld >= 0, $"{Withheld} units are withheld; none or more can be.");
        foreach (var point in Points)
        {
            SpecCheck.Demand(
                point.Denominator >= 1 && point.Denominator == decimal.Truncate(point.Denominator) && point.Denominator <= int.MaxValue,
                $"'{point.Id}' has the denominator {point.Denominator}; it must be a whole number of people.");
            SpecCheck.Demand(
                point.Numerator >= 0 && point.Numerator == decimal.Truncate(point.Numerator)
                    && (Model == FunnelModel.Poisson || point.Numerator <= point.Denominator),
                $"'{point.Id}' has the numerator {point.Numerator} over {point.Denominator}; it must be a count of some of them.");
        }
    }

    internal decimal RateOf(FunnelPoint point) => point.Numerator / point.Denominator * Scale;

    internal string Count(decimal count) => new NumberText(Culture, 0, "").Full(count);

    internal override Picture Draw() => FunnelLayout.Draw(this);
}

/// <param name="Id">Unique in the plot.</param>
/// <param name="Numerator">How many of them; a whole number.</param>
/// <param name="Denominator">How many people in all; a whole number above zero.</param>
public sealed record FunnelPoint(string Id, string Name, decimal Numerator, decimal Denominator)
{
    /// <summary>Generated, not real: hollow.</summary>
    public bool Synthetic { get; init; }

    /// <summary>Named wherever it lies.</summary>
    public bool Highlighted { get; init; }
}

/// <summary>How counts vary by chance.</summary>
public enum FunnelModel
{
    /// <summary>Each person counts once or not at all: a dropout, a passed test.</summary>
    Binomial,

    /// <summary>Events that one person may meet several times: incidents for each hundred students.</summary>
    Poisson,
}

/// <summary>The words of a funnel plot beside its title and names.</summary>
public sealed record FunnelTexts
{
    /// <summary>Heads the names in the table.</summary>
    public required string OrgUnit { get; init; }

    public required string Numerator { get; init; }

    /// <summary>Also stands at the end of the horizontal axis.</summary>
    public required string Denominator { get; init; }

    public required string Rate { get; init; }

    public required string LowerLimit { get; init; }

    public required string UpperLimit { get; init; }

    /// <summary>Heads where a unit lies.</summary>
    public required string Place { get; init; }

    /// <summary>In the key beside the level line; {0} is the rate of all together.</summary>
    public required string Centre { get; init; }

    /// <summary>In the key beside the dashed limits, that one of twenty passes by chance.</summary>
    public required string InnerLimit { get; init; }

    /// <summary>In the key beside the outer limits, that one of five hundred passes by chance.</summary>
    public required string OuterLimit { get; init; }

    /// <summary>Of a unit between the inner limits.</summary>
    public required string Within { get; init; }

    /// <summary>Of a unit between inner and outer limits.</summary>
    public required string Between { get; init; }

    /// <summary>Of a unit outside the outer limits; also in the key beside the square.</summary>
    public required string Outside { get; init; }

    /// <summary>A format for the count of units whose counts are too small.</summary>
    public required string WithheldNote { get; init; }

    /// <summary>A format for the count of units outside that found no room for their names.</summary>
    public required string UnnamedNote { get; init; }

    public required string NoData { get; init; }

    public required string SyntheticSuffix { get; init; }

    public required string SyntheticKey { get; init; }

    internal string Of(FunnelPlace place) => place switch
    {
        FunnelPlace.Within => Within,
        FunnelPlace.Between => Between,
        _ => Outside,
    };
}
