using EduAnalytics.Domain.Standards;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Distributions;

internal sealed class DistributionType : OutputType<Released<IndicatorDistribution>>
{
    /// <summary>Coefficients are published with three or four digits.</summary>
    private const int CoefficientDecimals = 4;

    public DistributionType()
    {
        Name = "Distribution";
        Required<IntGraphType>("count").Resolve(context => context.Source.Shown.Distribution.Count);
        Number("mean", distribution => distribution.Mean);
        Number("standardDeviation", distribution => distribution.StandardDeviation);
        Optional<DecimalScalar>("coefficientOfVariation")
            .Resolve(context => Rounded(context.Source.Shown.Distribution.CoefficientOfVariation, CoefficientDecimals));
        Number("minimum", distribution => distribution.Minimum);
        Number("lowerQuartile", distribution => distribution.LowerQuartile);
        Number("median", distribution => distribution.Median);
        Number("upperQuartile", distribution => distribution.UpperQuartile);
        Number("maximum", distribution => distribution.Maximum);
        Required<IntGraphType>("withheld")
            .Description("Schools that have a value which is not for the reader; no number here is taken over them.")
            .Resolve(context => context.Source.Shown.Withheld);
        List<SchoolValueType>("schools").Resolve(context => context.Source.Parts(shown => shown.Distribution.Schools
            .Select(school => school with { Value = Rounded(school.Value, shown.Indicator.Decimals) })));
    }

    private void Number(string name, Func<Distribution, decimal?> of) =>
        Optional<DecimalScalar>(name).Resolve(context => Rounded(of(context.Source.Shown.Distribution), context.Source.Shown.Indicator.Decimals));

    private static decimal? Rounded(decimal? value, int decimals) =>
        value is { } known ? decimal.Round(known, decimals, MidpointRounding.AwayFromZero) : null;
}

internal sealed class SchoolValueType : OutputType<Released<SchoolValue>>
{
    public SchoolValueType(OrgUnitQueries units)
    {
        Name = "SchoolValue";
        Required<OrgUnitType>("orgUnit").ResolveAsync(async context => await units.Require(context.Source.Shown.School.Code));
        Optional<DecimalScalar>("value").Resolve(context => context.Source.Shown.Value);
    }
}
