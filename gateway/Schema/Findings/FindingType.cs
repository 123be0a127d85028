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
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Findings;

internal sealed class FindingType : OutputType<Released<Finding>>
{
    public FindingType(OrgUnitQueries units, FindingSources sources, Catalogue catalogue)
    {
        Name = "Finding";
        Required<IdGraphType>("id")
            .Description("Names the finding, whatever its numbers: for acknowledgeFinding.")
            .From(source => FindingName.Of(source.Shown.Id));
        Required<StringGraphType>("rule").From(source => source.Shown.Id.Rule);
        Required<EnumerationGraphType<Severity>>("severity").From(source => source.Shown.Severity);
        Required<StringGraphType>("message").From(source => source.Shown.Message);
        Required<OrgUnitType>("orgUnit").ResolveAsync(async context => await units.Require(context.Source.Shown.OrgUnit.Code));
        Optional<PeriodScalar>("period").From(source => source.Shown.Period);
        List<DecimalScalar>("values").From(source => source.Shown.Values);
        List<FindingNumberType>("numbers")
            .Description("The values in their order, each with what it is and where it came from.")
            .From(source => source.Parts(shown => shown.Numbers.Select(number => new NumberOfFinding(shown, number))));
        Required<StringGraphType>("messageEn")
            .Description("The message in English.")
            .From(source => source.Shown.MessageEn);
        Optional<EnumerationGraphType<SchoolStage>>("stage")
            .Description("The stage that the finding is about; null for all together.")
            .From(source => source.Shown.Id.Stage);
        Required<IdGraphType>("subject")
            .Description("The code of the measure or indicator that was looked at.")
            .From(source => source.Shown.Id.Subject);
        List<SourceType>("sources")
            .Description("Where the stated figures in the finding come from; empty where all were counted from records.")
            .ResolveAsync(async context => await sources.Of(context.Caller(), context.Source));
        Optional<AcknowledgementType>("acknowledgement")
            .Description("What somebody said of it; null while it is open, and again where a number or the severity has changed since. findingRaised tells none, findingWord each.")
            .From(source => source.Shown.Acknowledgement is null ? null : source.Part(shown => shown.Acknowledgement!));
        Required<FindingRuleType>("definition")
            .Description("The rule: what it is called, and why a reader must be told.")
            .From(source => catalogue.Rulebook.Require(source.Shown.Id.Rule));
    }
}
