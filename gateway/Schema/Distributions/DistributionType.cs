using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Release;
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
        List<OrgUnitType>("silent")
            .Description("Units that did not answer in time, a district for all its schools. Nothing is known of their schools now, which are no part of any number or list here.")
            .From(source => source.Shown.Silent);
        List<SchoolValueType>("schools").Resolve(context => context.Source.Parts(shown => shown.Values
            .Zip(shown.Distribution.Schools, (value, school) => value with { Value = Rounded(school.Value, shown.Indicator.Decimals) })));
    }

    private void Number(string name, Func<Distribution, decimal?> of) =>
        Optional<DecimalScalar>(name).From(source => Rounded(of(source.Shown.Distribution), source.Shown.Indicator.Decimals));

    private static decimal? Rounded(decimal? value, int decimals) =>
        value is { } known ? decimal.Round(known, decimals, MidpointRounding.AwayFromZero) : null;
}

internal sealed class SchoolValueType : OutputType<Released<IndicatorValue>>
{
    public SchoolValueType(OrgUnitQueries units)
    {
        Name = "SchoolValue";
        Required<OrgUnitType>("orgUnit").ResolveAsync(async context => await units.Require(context.Source.Shown.OrgUnit.Code));
        Optional<DecimalScalar>("value").From(source => source.Shown.Value);
        Optional<DecimalScalar>("numerator").Description("Null where the value has no parts.").From(source => source.Shown.Numerator);
        Optional<DecimalScalar>("denominator").Description("Null where the value has no parts.").From(source => source.Shown.Denominator);
        Required<EnumerationGraphType<Basis>>("basis").From(source => source.Shown.Basis);
        Optional<DecimalScalar>("reported").Description("What the school states, where a computed value stands beside it.").From(source => source.Shown.Reported);
        Optional<EnumerationGraphType<Suppression>>("suppression").Description("Why there is no value for the reader; null where there simply is none, or one is shown.").From(source => source.Shown.Withheld);
        Optional<DateTimeScalar>("asOf").Description("When the newest record behind the value was accepted.").From(source => source.Shown.AsOf);
    }
}
