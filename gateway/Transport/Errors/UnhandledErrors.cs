using System.Diagnostics;
using System.Security.Cryptography;
using GraphQL.Execution;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Gateway.Transport.Errors;

/// <summary>Keeps what broke in the log and lets only a reference number out.</summary>
internal sealed class UnhandledErrors(ILogger<UnhandledErrors> log)
{
    public Task ReportAsync(UnhandledExceptionContext context)
    {
        var reference = RandomNumberGenerator.GetHexString(10, lowercase: true);
        log.LogError(
            context.OriginalException,
            "Reference {Reference}, trace {TraceId}: field {Field} failed",
            reference,
            Activity.Current?.TraceId.ToString() ?? "none",
            context.FieldContext is { } field ? $"{field.ParentType.Name}.{field.FieldDefinition.Name}" : "none");
        Activity.Current?.SetStatus(ActivityStatusCode.Error, reference);
        context.Exception = new InternalError(reference);
        return Task.CompletedTask;
    }
}
