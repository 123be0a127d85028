using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Schema.Batches;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Indicators;

internal sealed class IndicatorValueType : OutputType<Released<IndicatorValue>>
{
    public IndicatorValueType(OrgUnitQueries units, Catalogue catalogue)
    {
        Name = "IndicatorValue";
        Required<OrgUnitType>("orgUnit").ResolveAsync(async context => await units.Require(context.Source.Shown.OrgUnit.Code));
        Required<IndicatorType>("indicator").From(source => catalogue.FindIndicator(source.Shown.Indicator));
        Required<PeriodScalar>("period").From(source => source.Shown.Period);
        Optional<EnumerationGraphType<SchoolStage>>("stage").From(source => source.Shown.Stage);
        Optional<DecimalScalar>("value").From(source => source.Shown.Value);
        Optional<DecimalScalar>("numerator").From(source => source.Shown.Numerator);
        Optional<DecimalScalar>("denominator").From(source => source.Shown.Denominator);
        Required<EnumerationGraphType<Basis>>("basis").From(source => source.Shown.Basis);
        Optional<DecimalScalar>("reported").From(source => source.Shown.Reported);
        Optional<DecimalScalar>("target").From(source => source.Shown.Target);
        Required<EnumerationGraphType<TargetStatus>>("status").From(source => source.Shown.Status);
        Optional<DecimalScalar>("change").From(source => source.Shown.Change);
        Optional<EnumerationGraphType<Suppression>>("suppression").From(source => source.Shown.Withheld);
        Optional<DateTimeScalar>("asOf").From(source => source.Shown.AsOf);
        Optional<IntGraphType>("reportedUnits").From(source => source.Shown.ReportedUnits);
        Optional<IntGraphType>("expectedUnits").From(source => source.Shown.ExpectedUnits);
        Required<IntGraphType>("version").From(source => source.Shown.Version);
        Required<ExplanationType>("explanation").Resolve(context => context.Batch<ExplanationBatch>().Load(context.Caller(), context.Source));
    }
}
