using EduAnalytics.Domain.Indicators;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Indicators;

internal sealed class ExplanationType : OutputType<Released<Explanation>>
{
    public ExplanationType()
    {
        Name = "Explanation";
        Required<StringGraphType>("formula").Resolve(context => context.Source.Shown.Formula);
        List<ContributionType>("contributions").Resolve(context => context.Source.Parts(shown => shown.Contributions));
        List<SourceType>("sources").Resolve(context => context.Source.Parts(shown => shown.Sources));
    }
}

internal sealed class ContributionType : OutputType<Released<Contribution>>
{
    public ContributionType(OrgUnitQueries units)
    {
        Name = "Contribution";
        Required<OrgUnitType>("orgUnit").ResolveAsync(async context => await units.Require(context.Source.Shown.OrgUnit.Code));
        Required<StringGraphType>("measure").Resolve(context => context.Source.Shown.Measure);
        Required<DecimalScalar>("value").Resolve(context => context.Source.Shown.Value);
    }
}

internal sealed class SourceType : OutputType<Released<SourceReference>>
{
    public SourceType()
    {
        Name = "Source";
        Required<StringGraphType>("document").Resolve(context => context.Source.Shown.Document);
        Optional<StringGraphType>("section").Resolve(context => context.Source.Shown.Section);
        Optional<StringGraphType>("quote")
            .Description("The document's own words, where the sender gave them.")
            .Resolve(context => context.Source.Shown.Quote);
        Required<DateTimeScalar>("recordedAt").Resolve(context => context.Source.Shown.RecordedAt);
        Required<IdGraphType>("submissionId").Resolve(context => context.Source.Shown.SubmissionId);
    }
}
