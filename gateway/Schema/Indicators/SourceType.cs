using EduAnalytics.Domain.Sources;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Indicators;

internal sealed class SourceType : OutputType<Released<SourceReference>>
{
    public SourceType(OrgUnitQueries units)
    {
        Name = "Source";
        Required<EnumerationGraphType<SourceKind>>("kind")
            .Description("What kind of submission it is: figures or problems out of a document, or records of students.")
            .From(source => source.Shown.Kind);
        Required<OrgUnitType>("orgUnit")
            .Description("The unit that sent it.")
            .ResolveAsync(async context => await units.Require(context.Source.Shown.OrgUnit.Code));
        Required<StringGraphType>("document")
            .Description("The document that figures were taken from; records come out of none, and are named for what they are.")
            .From(source => source.Shown.Document);
        Optional<StringGraphType>("section").From(source => source.Shown.Section);
        Optional<StringGraphType>("quote")
            .Description("The document's own words, where the sender gave them.")
            .From(source => source.Shown.Quote);
        Required<DateTimeScalar>("recordedAt").From(source => source.Shown.RecordedAt);
        Required<IdGraphType>("submissionId").From(source => source.Shown.SubmissionId);
        Required<IntGraphType>("lines")
            .Description("How many of the submission's lines it stands for: figures, or records that the value rests on.")
            .From(source => source.Shown.Lines);
        Optional<StringGraphType>("file")
            .Description("The file that brought the figures, or the sender's name for the stream of the bulk API; null where they came in neither.")
            .From(source => source.Shown.File);
        Optional<IntGraphType>("line")
            .Description("The line of the file, counted from 1, of a workbook the row; null where it stands for several lines.")
            .From(source => source.Shown.Line is { } line ? checked((int)line) : null);
    }
}
