using EduAnalytics.Domain.Catalogues;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Grains.Catalogues;

public static class CatalogueServices
{
    /// <summary>
    /// Reads the catalogue and registers it. It is read here and not when first asked for, so that a faulty file stops the
    /// start and not, an hour later, the first submission.
    /// </summary>
    /// <exception cref="CatalogueFaultyException">With everything that is wrong with the files.</exception>
    public static IServiceCollection AddEduCatalogue(this IServiceCollection services, string directory) =>
        CatalogueReader.Read(directory) switch
        {
            CatalogueReading.Complete complete => services.AddSingleton<Catalogue>(complete.Catalogue),
            CatalogueReading.Faulty faulty => throw new CatalogueFaultyException(directory, faulty.Errors),
            var other => throw new InvalidOperationException($"A reading is complete or faulty, not {other}."),
        };
}
