using EduAnalytics.Domain.Standards;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Distributions;

internal sealed class DistributionType : OutputType<Released<IndicatorDistribution>>
{
    /// <summary>Coefficients are published with three or four digits.</summary>
    private const int CoefficientDecimals = 4;

    public DistributionType()
    {
        Name = "Distribution";
        Required<IntGraphType>("count").From(source => source.Shown.Distribution.Count);
        Number("mean", distribution => distribution.Mean);
        Number("standardDeviation", distribution => distribution.StandardDeviation);
        Optional<DecimalScalar>("coefficientOfVariation")
            .From(source => Rounded(source.Shown.Distribution.CoefficientOfVariation, CoefficientDecimals));
        Number("minimum", distribution => distribution.Minimum);
        Number("lowerQuartile", distribution => distribution.LowerQuartile);
        Number("median", distribution => distribution.Median);
        Number("upperQuartile", distribution => distribution.UpperQuartile);
        Number("maximum", distribution => distribution.Maximum);
        Required<IntGraphType>("withheld")
            .Description("Schools that have a value which is not for the reader; no number here is taken over them.")
            .From(source => source.Shown.Withheld);
        List<SchoolValueType>("schools").Resolve(context => context.Source.Parts(shown => shown.Distribution.Schools
            .Select(school => school with { Value = Rounded(school.Value, shown.Indicator.Decimals) })));
    }

    private void Number(string name, Func<Distribution, decimal?> of) =>
        Optional<DecimalScalar>(name).From(source => Rounded(of(source.Shown.Distribution), source.Shown.Indicator.Decimals));

    private static decimal? Rounded(decimal? value, int decimals) =>
        value is { } known ? decimal.Round(known, decimals, MidpointRounding.AwayFromZero) : null;
}

internal sealed class SchoolValueType : OutputType<Released<SchoolValue>>
{
    public SchoolValueType(OrgUnitQueries units)
    {
        Name = "SchoolValue";
        Required<OrgUnitType>("orgUnit").ResolveAsync(async context => await units.Require(context.Source.Shown.School.Code));
        Optional<DecimalScalar>("value").From(source => source.Shown.Value);
    }
}
