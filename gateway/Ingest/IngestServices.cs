using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Ingest.Files;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Ingest;

internal static class IngestServices
{
    public static IServiceCollection AddEduIngest(this IServiceCollection services)
    {
        services.AddOptions<IngestOptions>().BindConfiguration(IngestOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<IngestOptions>, IngestOptionsCheck>());
        services.AddSingleton<IngestInstruments>();
        services.AddSingleton<IngestDecisions>();
        services.AddSingleton<ReceivingSystem>();
        services.AddSingleton<PieceSending>();
        services.AddSingleton(provider => new FileImports(
            provider.GetRequiredService<ReceivingSystem>(), provider.GetRequiredService<PieceSending>(), provider.GetRequiredService<ICallers>()));
        services.AddSingleton<FileRequests>();
        return services;
    }
}
