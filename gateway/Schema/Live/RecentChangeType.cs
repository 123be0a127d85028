using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Live;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Schema.Indicators;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Live;

internal sealed class RecentChangeType : OutputType<Released<RecentChange>>
{
    public RecentChangeType(OrgUnitQueries units, Catalogue catalogue)
    {
        Name = "RecentChange";
        Description = "A value, over all stages, that moved within the last hour. One that tells a withheld number is left out.";
        Required<OrgUnitType>("orgUnit").ResolveAsync(async context => await units.Require(context.Source.Shown.Now.OrgUnit.Code));
        Required<IndicatorType>("indicator").From(source => catalogue.FindIndicator(source.Shown.Now.Indicator));
        Required<PeriodScalar>("period").From(source => source.Shown.Now.Period);
        Optional<DecimalScalar>("before")
            .Description("The value before the first of the hour's changes; null where there was no data.")
            .From(source => source.Shown.Before.Value);
        Optional<DecimalScalar>("value").Description("The value now; null where there is no data any more.").From(source => source.Shown.Now.Value);
        Required<EnumerationGraphType<TargetStatus>>("statusBefore").From(source => source.Shown.Before.Status);
        Required<EnumerationGraphType<TargetStatus>>("status").From(source => source.Shown.Now.Status);
        Required<EnumerationGraphType<Basis>>("basis").From(source => source.Shown.Now.Basis);
        Required<DateTimeScalar>("changedAt").Description("When the newest change was noticed.").From(source => source.Shown.At);
        Required<IntGraphType>("times").Description("How often it moved within the hour; changes within a second count as one.").From(source => source.Shown.Times);
    }
}
