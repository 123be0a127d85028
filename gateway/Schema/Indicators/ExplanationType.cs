using EduAnalytics.Domain.Indicators;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Indicators;

internal sealed class ExplanationType : OutputType<Explanation>
{
    public ExplanationType()
    {
        Name = "Explanation";
        Required<StringGraphType>("formula").Resolve(context => context.Source.Formula);
        List<ContributionType>("contributions").Resolve(context => context.Source.Contributions);
        List<SourceType>("sources").Resolve(context => context.Source.Sources);
    }
}

internal sealed class ContributionType : OutputType<Contribution>
{
    public ContributionType(OrgUnitQueries units)
    {
        Name = "Contribution";
        Required<OrgUnitType>("orgUnit").ResolveAsync(async context => await units.Require(context.Source.OrgUnit.Code));
        Required<StringGraphType>("measure").Resolve(context => context.Source.Measure);
        Required<DecimalScalar>("value").Resolve(context => context.Source.Value);
    }
}

internal sealed class SourceType : OutputType<SourceReference>
{
    public SourceType()
    {
        Name = "Source";
        Required<StringGraphType>("document").Resolve(context => context.Source.Document);
        Optional<StringGraphType>("section").Resolve(context => context.Source.Section);
        Optional<StringGraphType>("quote")
            .Description("The document's own words, where the sender gave them.")
            .Resolve(context => context.Source.Quote);
        Required<DateTimeScalar>("recordedAt").Resolve(context => context.Source.RecordedAt);
        Required<IdGraphType>("submissionId").Resolve(context => context.Source.SubmissionId);
    }
}
