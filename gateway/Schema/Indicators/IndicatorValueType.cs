using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Schema.Batches;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Indicators;

internal sealed class IndicatorValueType : OutputType<Released<IndicatorValue>>
{
    public IndicatorValueType(OrgUnitQueries units, Catalogue catalogue)
    {
        Name = "IndicatorValue";
        Required<OrgUnitType>("orgUnit").ResolveAsync(async context => await units.Require(context.Source.Shown.OrgUnit.Code));
        Required<IndicatorType>("indicator").Resolve(context => catalogue.FindIndicator(context.Source.Shown.Indicator));
        Required<PeriodScalar>("period").Resolve(context => context.Source.Shown.Period);
        Optional<EnumerationGraphType<SchoolStage>>("stage").Resolve(context => context.Source.Shown.Stage);
        Optional<DecimalScalar>("value").Resolve(context => context.Source.Shown.Value);
        Optional<DecimalScalar>("numerator").Resolve(context => context.Source.Shown.Numerator);
        Optional<DecimalScalar>("denominator").Resolve(context => context.Source.Shown.Denominator);
        Required<EnumerationGraphType<Basis>>("basis").Resolve(context => context.Source.Shown.Basis);
        Optional<DecimalScalar>("reported").Resolve(context => context.Source.Shown.Reported);
        Optional<DecimalScalar>("target").Resolve(context => context.Source.Shown.Target);
        Required<EnumerationGraphType<TargetStatus>>("status").Resolve(context => context.Source.Shown.Status);
        Optional<DecimalScalar>("change").Resolve(context => context.Source.Shown.Change);
        Optional<EnumerationGraphType<Suppression>>("suppression").Resolve(context => context.Source.Shown.Withheld);
        Optional<DateTimeScalar>("asOf").Resolve(context => context.Source.Shown.AsOf);
        Optional<IntGraphType>("reportedUnits").Resolve(context => context.Source.Shown.ReportedUnits);
        Optional<IntGraphType>("expectedUnits").Resolve(context => context.Source.Shown.ExpectedUnits);
        Required<IntGraphType>("version").Resolve(context => context.Source.Shown.Version);
        Required<ExplanationType>("explanation").Resolve(context => context.Batch<ExplanationBatch>().Load(context.Caller(), context.Source));
    }
}
