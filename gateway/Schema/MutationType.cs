using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Schema.Problems;
using EduAnalytics.Gateway.Schema.Submissions;
using EduAnalytics.Gateway.Submissions;
using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema;

internal sealed class MutationType : OutputType<object>
{
    public MutationType(SubmissionCommands commands)
    {
        Name = "Mutation";
        Submission<ReportFiguresInput, FiguresReport>("reportFigures", sent => sent.SubmissionId, sent =>
            commands.ReportFigures(sent.SubmissionId, sent.OrgUnit, sent.Source, [.. sent.Figures]));
        Submission<NameProblemsInput, ProblemsNaming>("nameProblems", sent => sent.SubmissionId, sent =>
            commands.NameProblems(sent.SubmissionId, sent.OrgUnit, sent.Period, sent.Source, [.. sent.Problems]))
            .Description(
                "The problems that an authority names in one document for one year: the ledger is handed in whole and replaces an "
                + "earlier one from the same document. Idempotent by submissionId.");
        Submission<RecordEnrolmentInput, EnrolmentRecord>("recordEnrolment", sent => sent.SubmissionId, sent =>
            commands.RecordEnrolment(sent.SubmissionId, sent.School, sent.Events));
        Submission<RecordFitnessInput, FitnessRecord>("recordFitness", sent => sent.SubmissionId, sent =>
            commands.RecordFitness(sent.SubmissionId, sent.School, sent.Results));
    }

    private FieldBuilder<object, object> Submission<TInput, TSent>(string name, Func<TSent, string> idOf, Func<TSent, Task<SubmissionOutcome>> submit)
        where TInput : InputType<TSent> =>
        Required<SubmissionPayloadType>(name)
            .Argument<NonNullGraphType<TInput>>("input")
            .ResolveAsync(async context =>
            {
                var sent = context.GetArgument<TSent>("input");
                return new SubmissionAnswer(idOf(sent), await submit(sent).OrStoreFailure());
            });
}
