using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Ingest.Lines;
using EduAnalytics.Gateway.Submissions;
using EduAnalytics.Import;
using EduAnalytics.Import.Lines;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Ingest.Files;

/// <summary>Sends a piece of a file as the bulk API would take it from outside, under the same names.</summary>
internal sealed class PieceSending(SubmissionCommands commands, IngestDecisions decisions, IOptions<IngestOptions> options)
{
    public Task<PieceOutcome> Send(Caller caller, ImportKind kind, ImportPiece piece) => kind switch
    {
        ImportKind.Enrolment => Send(new EnrolmentFormat(commands, caller), piece),
        ImportKind.Fitness => Send(new FitnessFormat(commands, caller), piece),
        ImportKind.OrgUnits => Send(new OrgUnitFormat(commands, caller), piece),
        _ => Send(new FigureFormat(commands, caller, piece.Name), piece),
    };

    private async Task<PieceOutcome> Send<T>(ILineFormat<T> format, ImportPiece piece)
    {
        var answers = new StringBuilder();
        using var stream = new IngestStream<T>(new IngestRequest(piece.Name), format, options.Value, decisions, Keep);
        await stream.Run(PipeReader.Create(new ReadOnlySequence<byte>(piece.Body)), CancellationToken.None);
        return PieceOutcome.Read(answers.ToString(), piece) ?? throw new InvalidOperationException("A stream ends with its summary.");

        ValueTask Keep(ReadOnlyMemory<byte> answer, CancellationToken cancellationToken)
        {
            // Submissions of several schools are answered side by side.
            lock (answers)
                answers.Append(Encoding.UTF8.GetString(answer.Span));
            return ValueTask.CompletedTask;
        }
    }
}
