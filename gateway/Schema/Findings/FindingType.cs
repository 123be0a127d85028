using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Queries.Findings;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Release.Findings;
using EduAnalytics.Gateway.Schema.Indicators;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Findings;

internal sealed class FindingType : OutputType<Released<Finding>>
{
    public FindingType(OrgUnitQueries units, FindingSources sources, Catalogue catalogue)
    {
        Name = "Finding";
        Required<IdGraphType>("id")
            .Description("Names the finding, whatever its numbers: for acknowledgeFinding.")
            .Resolve(context => FindingName.Of(context.Source.Shown.Id));
        Required<StringGraphType>("rule").Resolve(context => context.Source.Shown.Id.Rule);
        Required<EnumerationGraphType<Severity>>("severity").Resolve(context => context.Source.Shown.Severity);
        Required<StringGraphType>("message").Resolve(context => context.Source.Shown.Message);
        Required<OrgUnitType>("orgUnit").ResolveAsync(async context => await units.Require(context.Source.Shown.OrgUnit.Code));
        Optional<PeriodScalar>("period").Resolve(context => context.Source.Shown.Period);
        List<DecimalScalar>("values").Resolve(context => context.Source.Shown.Values);
        Required<StringGraphType>("messageEn")
            .Description("The message in English.")
            .Resolve(context => context.Source.Shown.MessageEn);
        Optional<EnumerationGraphType<SchoolStage>>("stage")
            .Description("The stage that the finding is about; null for all together.")
            .Resolve(context => context.Source.Shown.Id.Stage);
        Required<IdGraphType>("subject")
            .Description("The code of the measure or indicator that was looked at.")
            .Resolve(context => context.Source.Shown.Id.Subject);
        List<SourceType>("sources")
            .Description("Where the stated figures in the finding come from; empty where all were counted from records.")
            .ResolveAsync(async context => await sources.Of(context.Caller(), context.Source));
        Optional<AcknowledgementType>("acknowledgement")
            .Description("What somebody said of it; null while it is open, and again where a number or the severity has changed since. findingRaised tells none.")
            .Resolve(context => context.Source.Shown.Acknowledgement is null ? null : context.Source.Part(shown => shown.Acknowledgement!));
        Required<FindingRuleType>("definition")
            .Description("The rule: what it is called, and why a reader must be told.")
            .Resolve(context => catalogue.Rulebook.Require(context.Source.Shown.Id.Rule));
    }
}
