using EduAnalytics.Domain.Sources;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Indicators;

internal sealed class SourceType : OutputType<Released<SourceReference>>
{
    public SourceType(OrgUnitQueries units)
    {
        Name = "Source";
        Required<EnumerationGraphType<SourceKind>>("kind")
            .Description("What kind of submission it is: figures or problems out of a document, or records of students.")
            .Resolve(context => context.Source.Shown.Kind);
        Required<OrgUnitType>("orgUnit")
            .Description("The unit that sent it.")
            .ResolveAsync(async context => await units.Require(context.Source.Shown.OrgUnit.Code));
        Required<StringGraphType>("document")
            .Description("The document that figures were taken from; records come out of none, and are named for what they are.")
            .Resolve(context => context.Source.Shown.Document);
        Optional<StringGraphType>("section").Resolve(context => context.Source.Shown.Section);
        Optional<StringGraphType>("quote")
            .Description("The document's own words, where the sender gave them.")
            .Resolve(context => context.Source.Shown.Quote);
        Required<DateTimeScalar>("recordedAt").Resolve(context => context.Source.Shown.RecordedAt);
        Required<IdGraphType>("submissionId").Resolve(context => context.Source.Shown.SubmissionId);
        Required<IntGraphType>("lines")
            .Description("How many of the submission's lines it stands for: figures, or records that the value rests on.")
            .Resolve(context => context.Source.Shown.Lines);
    }
}
