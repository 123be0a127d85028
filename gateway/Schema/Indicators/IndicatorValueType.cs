using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Schema.Batches;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Indicators;

internal sealed class IndicatorValueType : OutputType<IndicatorValue>
{
    public IndicatorValueType(OrgUnitQueries units, IndicatorQueries indicators)
    {
        Name = "IndicatorValue";
        Required<OrgUnitType>("orgUnit").ResolveAsync(async context => await units.Require(context.Source.OrgUnit.Code));
        Required<IndicatorType>("indicator").Resolve(context => indicators.Require(context.Source.Indicator));
        Required<PeriodScalar>("period").Resolve(context => context.Source.Period);
        Optional<EnumerationGraphType<SchoolStage>>("stage").Resolve(context => context.Source.Stage);
        Optional<DecimalScalar>("value").Resolve(context => context.Source.Value);
        Optional<DecimalScalar>("numerator").Resolve(context => context.Source.Numerator);
        Optional<DecimalScalar>("denominator").Resolve(context => context.Source.Denominator);
        Required<EnumerationGraphType<Basis>>("basis").Resolve(context => context.Source.Basis);
        Optional<DecimalScalar>("reported").Resolve(context => context.Source.Reported);
        Optional<DecimalScalar>("target").Resolve(context => context.Source.Target);
        Required<EnumerationGraphType<TargetStatus>>("status").Resolve(context => context.Source.Status);
        Optional<DecimalScalar>("change").Resolve(context => context.Source.Change);
        // Null says that the value is not withheld, and as yet none is: everyone who reaches the gateway may see all of it.
        Optional<SuppressionType>("suppression").Resolve(_ => null);
        Optional<DateTimeScalar>("asOf").Resolve(context => context.Source.AsOf);
        Optional<IntGraphType>("reportedUnits").Resolve(context => context.Source.ReportedUnits);
        Optional<IntGraphType>("expectedUnits").Resolve(context => context.Source.ExpectedUnits);
        Required<IntGraphType>("version").Resolve(context => context.Source.Version);
        Required<ExplanationType>("explanation").Resolve(context => context.Batch<ExplanationBatch>().Load(context.Source));
    }
}
