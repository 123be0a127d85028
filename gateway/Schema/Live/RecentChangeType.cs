using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Live;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Schema.Indicators;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Live;

internal sealed class RecentChangeType : OutputType<Released<RecentChange>>
{
    public RecentChangeType(OrgUnitQueries units, Catalogue catalogue)
    {
        Name = "RecentChange";
        Description = "A value, over all stages, that moved within the last hour. One that tells a withheld number is left out.";
        Required<OrgUnitType>("orgUnit").ResolveAsync(async context => await units.Require(context.Source.Shown.Now.OrgUnit.Code));
        Required<IndicatorType>("indicator").Resolve(context => catalogue.FindIndicator(context.Source.Shown.Now.Indicator));
        Required<PeriodScalar>("period").Resolve(context => context.Source.Shown.Now.Period);
        Optional<DecimalScalar>("before")
            .Description("The value before the first of the hour's changes; null where there was no data.")
            .Resolve(context => context.Source.Shown.Before.Value);
        Optional<DecimalScalar>("value").Description("The value now; null where there is no data any more.").Resolve(context => context.Source.Shown.Now.Value);
        Required<EnumerationGraphType<TargetStatus>>("statusBefore").Resolve(context => context.Source.Shown.Before.Status);
        Required<EnumerationGraphType<TargetStatus>>("status").Resolve(context => context.Source.Shown.Now.Status);
        Required<EnumerationGraphType<Basis>>("basis").Resolve(context => context.Source.Shown.Now.Basis);
        Required<DateTimeScalar>("changedAt").Description("When the newest change was noticed.").Resolve(context => context.Source.Shown.At);
        Required<IntGraphType>("times").Description("How often it moved within the hour; changes within a second count as one.").Resolve(context => context.Source.Shown.Times);
    }
}
