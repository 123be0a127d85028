using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Transport.Persisted;

/// <summary>
/// Validates all known operations against the schema at start: one that would be refused when a client first asks for it is
/// found before that, and all such are named together.
/// </summary>
/// <remarks>It asks for the schema when it starts and not when it is made: by then the options have been checked.</remarks>
internal sealed class KnownOperationsCheck(IServiceProvider services, IOptions<GatewayOptions> options) : IHostedService
{
    /// <exception cref="OptionsValidationException">A file or an operation is faulty, or only known operations are served and there is none.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value.Operations;
        // What the program itself brings is held by tests, and matters to nobody while everything is served.
        if (settings is { OnlyKnown: false, Directory: null })
            return;
        var known = services.GetRequiredService<KnownOperationsReading>();
        List<string> faults = [.. known.Faults];
        foreach (var operation in known.Operations.All)
            faults.AddRange((await FaultsOf(operation.Document)).Select(fault => $"{operation.Name}: {fault}"));
        if (settings.OnlyKnown && known.Operations.All.Count == 0)
            faults.Add("Gateway:Operations:OnlyKnown is true and no operation is known; name a Directory with some.");
        if (faults.Count > 0)
            throw new OptionsValidationException($"{GatewayOptions.Section}:{nameof(GatewayOptions.Operations)}", typeof(OperationOptions), faults);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<IEnumerable<string>> FaultsOf(string text)
    {
        try
        {
            var document = services.GetRequiredService<IDocumentBuilder>().Build(text);
            if (document.Definitions.OfType<GraphQLOperationDefinition>().FirstOrDefault() is not { } operation)
                return ["it has no operation."];
            var result = await services.GetRequiredService<IDocumentValidator>().ValidateAsync(new ValidationOptions
            {
                Schema = services.GetRequiredService<ISchema>(),
                Document = document,
                Operation = operation,
                Variables = Inputs.Empty,
                Extensions = Inputs.Empty,
            });
            // The variables come with each request.
            return result.Errors.Where(error => error is not InvalidVariableError).Select(error => error.Message);
        }
        catch (ExecutionError refusal)
        {
            return [refusal.Message];
        }
    }
}

/// <summary>The known operations, and what could not be read of them.</summary>
internal sealed record KnownOperationsReading(KnownOperations Operations, IReadOnlyList<string> Faults)
{
    public static KnownOperationsReading Of(OperationOptions options, IEnumerable<KnownOperation> brought)
    {
        List<string> faults = [];
        var read = options.Directory is { } directory ? OperationDirectory.Read(directory, faults) : [];
        return new KnownOperationsReading(new KnownOperations([.. brought, .. read]), faults);
    }
}
