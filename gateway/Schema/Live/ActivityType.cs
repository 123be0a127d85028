using EduAnalytics.Domain.Sources;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Release.Live;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Live;

internal sealed class ActivityType : OutputType<Released<ShownActivity>>
{
    public ActivityType()
    {
        Name = "Activity";
        Description = "What was accepted lately from a unit and those below it. Kept in memory: a pulse, and no account.";
        Required<OrgUnitType>("orgUnit").From(source => source.Shown.Unit);
        Required<DateTimeScalar>("countedSince")
            .Description("What was accepted earlier is not counted: counting began with the process.")
            .From(source => source.Shown.CountedSince);
        List<KindActivityType>("today")
            .Description("What came today, by kind: every kind, also one of which nothing came.")
            .From(source => source.Parts(shown => shown.Today));
        List<MinuteActivityType>("minutes")
            .Description("The last hour's minutes in which anything came, the oldest first.")
            .From(source => source.Parts(shown => shown.Minutes));
    }
}

internal sealed class KindActivityType : OutputType<Released<ShownKind>>
{
    public KindActivityType()
    {
        Name = "KindActivity";
        Required<EnumerationGraphType<SourceKind>>("kind").From(source => source.Shown.Kind);
        Required<IntGraphType>("submissions").From(source => source.Shown.Submissions);
        Optional<IntGraphType>("lines")
            .Description("Figures, problems, enrolment events or fitness results in them. Null where they count students and the reader is not the unit's staff.")
            .From(source => source.Shown.Lines);
    }
}

internal sealed class MinuteActivityType : OutputType<Released<ShownMinute>>
{
    public MinuteActivityType()
    {
        Name = "MinuteActivity";
        Required<DateTimeScalar>("start").Description("The minute's first moment.").From(source => source.Shown.Start);
        Required<IntGraphType>("submissions").From(source => source.Shown.Submissions);
        Optional<IntGraphType>("lines").Description("Null where the reader is not the unit's staff.").From(source => source.Shown.Lines);
    }
}
