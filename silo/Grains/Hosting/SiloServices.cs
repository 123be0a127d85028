using EduAnalytics.Contracts.Changes;
using EduAnalytics.Contracts.OrgUnits;
using EduAnalytics.Grains.OrgUnits;
using EduAnalytics.Grains.Past;
using EduAnalytics.Grains.RollUps;
using EduAnalytics.Grains.Sources;
using EduAnalytics.Grains.Telemetry;
using EduAnalytics.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Configuration;
using Orleans.Metadata;

namespace EduAnalytics.Grains.Hosting;

public static class SiloServices
{
    /// <summary>The names of the silo's meters and activity sources.</summary>
    public static IReadOnlyList<string> InstrumentNames { get; } = [GrainsInstruments.Name, "EduAnalytics.Journal"];

    /// <summary>
    /// The grains over a journal in a directory. The host adds the catalogue
    /// (<see cref="Catalogues.CatalogueServices.AddEduCatalogue"/>) and says how silos find each other. Reminders are kept in memory.
    /// </summary>
    public static ISiloBuilder AddEduSilo(this ISiloBuilder silo, string journalDirectory) =>
        silo.AddEduSiloOver(journal => journal.Directory = journalDirectory).UseInMemoryReminderService();

    /// <summary>
    /// The grains over the journal that the settings describe. The host adds the catalogue, and says how silos find each other
    /// and where reminders are kept: what they remind of stands in the journal, so one process alone may keep them in memory.
    /// </summary>
    public static ISiloBuilder AddEduSiloOver(this ISiloBuilder silo, Action<JournalOptions> journal)
    {
        silo.Services.TryAddSingleton(TimeProvider.System);
        silo.Services.TryAddSingleton<ChangeBoard>();
        silo.Services.AddEduJournal(journal);
        silo.Services.AddSingleton(provider =>
        {
            var grains = provider.GetRequiredService<IGrainFactory>();
            return new SharedOrgUnitTree(version => grains.GetGrain<IOrgUnitTreeGrain>(IOrgUnitTreeGrain.Key).NewerThan(version));
        });
        silo.Services.AddSingleton<ReplayGate>();
        silo.Services.AddSingleton<WaitingRows>();
        silo.Services.AddSingleton<MissingRows>();
        silo.Services.AddSingleton<PastReader>();
        silo.Services.AddSingleton(_ => PastMemory.OfThisProcess());
        silo.Services.AddSingleton<IGrainPropertiesProvider, WakingElsewhere>();
        silo.Services.AddSingleton<LeavingCalls>();
        silo.Services.AddSingleton<IIncomingGrainCallFilter>(provider => provider.GetRequiredService<LeavingCalls>());
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(provider => provider.GetRequiredService<LeavingCalls>());
        silo.AddActivityPropagation();

        // A district that nobody asks for a quarter of an hour may rest; it comes back from its snapshot in milliseconds.
        // One of many schools may take long to wake where the machine has much to do; broken off, it would begin again from nothing.
        silo.Configure<GrainCollectionOptions>(options =>
            (options.CollectionAge, options.ActivationTimeout) = (TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(3)));
        return silo;
    }
}
