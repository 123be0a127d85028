using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Schema.Indicators;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Comparisons;

internal sealed class ComparisonType : OutputType<Comparison>
{
    public ComparisonType()
    {
        Name = "Comparison";
        List<PeriodScalar>("periods").Resolve(context => context.Source.Periods);
        List<ComparisonSeriesType>("series").Resolve(context => context.Source.Series);
        List<ComparisonWarningType>("warnings").Resolve(context => context.Source.Warnings);
    }
}

internal sealed class ComparisonSeriesType : OutputType<ComparisonSeries>
{
    public ComparisonSeriesType()
    {
        Name = "ComparisonSeries";
        Required<OrgUnitType>("orgUnit").Resolve(context => context.Source.OrgUnit);
        Required<IndicatorType>("indicator").Resolve(context => context.Source.Indicator);
        List<IndicatorValueType>("points").Resolve(context => context.Source.Points);
    }
}

internal sealed class ComparisonWarningType : OutputType<ComparisonWarning>
{
    public ComparisonWarningType()
    {
        Name = "ComparisonWarning";
        Required<StringGraphType>("code").Resolve(context => context.Source.Code);
        Required<StringGraphType>("message").Resolve(context => context.Source.Message);
        Optional<OrgUnitType>("orgUnit").Resolve(context => context.Source.OrgUnit);
        Optional<IndicatorType>("indicator").Resolve(context => context.Source.Indicator);
        List<PeriodScalar>("periods").Resolve(context => context.Source.Periods);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ListGraphType<NonNullGraphType<PeriodScalar>>>>>>("offers")
            .Description("Of periods that are not like for like: those that are, to be asked for instead, years first.")
            .Resolve(context => context.Source.Offers);
    }
}
