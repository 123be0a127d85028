using EduAnalytics.Domain.Sources;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Release.Live;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Live;

internal sealed class ActivityType : OutputType<Released<ShownActivity>>
{
    public ActivityType()
    {
        Name = "Activity";
        Description = "What was accepted lately from a unit and those below it. Kept in memory: a pulse, and no account.";
        Required<OrgUnitType>("orgUnit").Resolve(context => context.Source.Shown.Unit);
        Required<DateTimeScalar>("countedSince")
            .Description("What was accepted earlier is not counted: counting began with the process.")
            .Resolve(context => context.Source.Shown.CountedSince);
        List<KindActivityType>("today")
            .Description("What came today, by kind: every kind, also one of which nothing came.")
            .Resolve(context => context.Source.Parts(shown => shown.Today));
        List<MinuteActivityType>("minutes")
            .Description("The last hour's minutes in which anything came, the oldest first.")
            .Resolve(context => context.Source.Parts(shown => shown.Minutes));
    }
}

internal sealed class KindActivityType : OutputType<Released<ShownKind>>
{
    public KindActivityType()
    {
        Name = "KindActivity";
        Required<EnumerationGraphType<SourceKind>>("kind").Resolve(context => context.Source.Shown.Kind);
        Required<IntGraphType>("submissions").Resolve(context => context.Source.Shown.Submissions);
        Optional<IntGraphType>("lines")
            .Description("Figures, problems, enrolment events or fitness results in them. Null where they count students and the reader is not the unit's staff.")
            .Resolve(context => context.Source.Shown.Lines);
    }
}

internal sealed class MinuteActivityType : OutputType<Released<ShownMinute>>
{
    public MinuteActivityType()
    {
        Name = "MinuteActivity";
        Required<DateTimeScalar>("start").Description("The minute's first moment.").Resolve(context => context.Source.Shown.Start);
        Required<IntGraphType>("submissions").Resolve(context => context.Source.Shown.Submissions);
        Optional<IntGraphType>("lines").Description("Null where the reader is not the unit's staff.").Resolve(context => context.Source.Shown.Lines);
    }
}
