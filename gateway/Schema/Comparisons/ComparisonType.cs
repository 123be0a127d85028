using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Schema.Indicators;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Comparisons;

internal sealed class ComparisonType : OutputType<Comparison>
{
    public ComparisonType()
    {
        Name = "Comparison";
        List<PeriodScalar>("periods").From(source => source.Periods);
        List<ComparisonSeriesType>("series").From(source => source.Series);
        List<ComparisonWarningType>("warnings").From(source => source.Warnings);
    }
}

internal sealed class ComparisonSeriesType : OutputType<ComparisonSeries>
{
    public ComparisonSeriesType()
    {
        Name = "ComparisonSeries";
        Required<OrgUnitType>("orgUnit").From(source => source.OrgUnit);
        Required<IndicatorType>("indicator").From(source => source.Indicator);
        List<IndicatorValueType>("points").From(source => source.Points);
    }
}

internal sealed class ComparisonWarningType : OutputType<ComparisonWarning>
{
    public ComparisonWarningType()
    {
        Name = "ComparisonWarning";
        Required<StringGraphType>("code").From(source => source.Code);
        Required<StringGraphType>("message").From(source => source.Message);
        Optional<OrgUnitType>("orgUnit").From(source => source.OrgUnit);
        Optional<IndicatorType>("indicator").From(source => source.Indicator);
        List<PeriodScalar>("periods").From(source => source.Periods);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ListGraphType<NonNullGraphType<PeriodScalar>>>>>>("offers")
            .Description("Of periods that are not like for like: those that are, to be asked for instead, years first.")
            .From(source => source.Offers);
    }
}
