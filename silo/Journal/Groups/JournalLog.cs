using Microsoft.Extensions.Logging;

namespace EduAnalytics.Journal.Groups;

/// <summary>Told at the change only: a full disk fails every group, and one line says it.</summary>
internal static partial class JournalLog
{
    [LoggerMessage(1, LogLevel.Error, "The journal cannot be written; senders are told to retry, readers go on.")]
    public static partial void WritesFail(this ILogger log, Exception cause);

    [LoggerMessage(2, LogLevel.Information, "The journal can be written again.")]
    public static partial void WritesSucceedAgain(this ILogger log);

    [LoggerMessage(3, LogLevel.Warning, "The server of {Place} runs with fsync off: a power failure can take acknowledged submissions.")]
    public static partial void ServerDoesNotSync(this ILogger log, string place);
}
