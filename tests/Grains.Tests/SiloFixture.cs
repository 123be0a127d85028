using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using EduAnalytics.Contracts.Changes;
using EduAnalytics.Contracts.Cities;
using EduAnalytics.Contracts.Districts;
using EduAnalytics.Contracts.OrgUnits;
using EduAnalytics.Contracts.Schools;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Grains.Catalogues;
using EduAnalytics.Grains.Hosting;
using EduAnalytics.Grains.RollUps;
using EduAnalytics.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Grains.Tests;

/// <summary>One real silo over a journal on disk, with a city of two districts; it can be stopped and started again.</summary>
public sealed class SiloFixture : IAsyncLifetime
{
    public static readonly OrgUnitId City = OrgUnitId.Parse("230400");
    public static readonly OrgUnitId District = OrgUnitId.Parse("230404");
    public static readonly OrgUnitId OtherDistrict = OrgUnitId.Parse("230402");
    public static readonly Period Year = Period.OfYear(2024);

    private readonly string directory = Directory.CreateTempSubdirectory("edu-grains-").FullName;
    private IHost? host;
    private int submissions;

    /// <summary>The connection string of the journal's database; empty for SQLite.</summary>
    public string Store { get; init; } = "";

    /// <summary>Something more for the silo, such as what stands before its grains' calls.</summary>
    public Action<ISiloBuilder> More { get; init; } = _ => { };

    /// <summary>Where reminders are kept.</summary>
    public Func<ISiloBuilder, ISiloBuilder> Reminders { get; init; } = silo => silo.UseInMemoryReminderService();

    public IServiceProvider Services => host!.Services;

    public IGrainFactory Grains => host!.Services.GetRequiredService<IGrainFactory>();

    public IJournal Journal => host!.Services.GetRequiredService<IJournal>();

    public Catalogue Catalogue => host!.Services.GetRequiredService<Catalogue>();

    public MissingRows Missing => host!.Services.GetRequiredService<MissingRows>();

    public ChangeBoard Changes => host!.Services.GetRequiredService<ChangeBoard>();

    public ICityGrain CityGrain => Grains.GetGrain<ICityGrain>(City.Code);

    public IDistrictGrain DistrictGrain => Grains.GetGrain<IDistrictGrain>(District.Code);

    public async ValueTask InitializeAsync()
    {
        await Start();
        await Register(
            new OrgUnit(City, "鹤岗市", "Hegang", OrgUnitLevel.City, null, [], false),
            new OrgUnit(District, "南山区", "Nanshan", OrgUnitLevel.District, City, [], false),
            new OrgUnit(OtherDistrict, "向阳区", "Xiangyang", OrgUnitLevel.District, City, [], false));
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(directory, recursive: true);
    }

    /// <param name="catalogueDirectory">Another catalogue than the shipped one.</param>
    public async Task Start(string? catalogueDirectory = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.UseOrleans(silo => More(Reminders(silo).UseLocalhostClustering(FreePort(), gatewayPort: 0).AddEduSiloOver(journal =>
            (journal.Directory, journal.Store) = (directory, Store))));
        builder.Services.AddEduCatalogue(catalogueDirectory ?? ShippedCatalogue);
        host = builder.Build();
        await host.StartAsync();
    }

    public async Task Stop()
    {
        await host!.StopAsync();
        host.Dispose();
    }

    /// <summary>A school of its own for a test, so that tests do not meet in one.</summary>
    public async Task<ISchoolGrain> NewSchool(string code, SchoolStage stage = SchoolStage.Primary, OrgUnitId? district = null)
    {
        var id = OrgUnitId.Parse(code);
        await Register(new OrgUnit(id, code, null, OrgUnitLevel.School, district ?? District, [stage], false));
        return Grains.GetGrain<ISchoolGrain>(code);
    }

    public async Task Register(params OrgUnit[] units)
    {
        var submission = new OrgUnitsSubmission($"units-{Interlocked.Increment(ref submissions)}-{units[0].Id}", City, [.. units]);
        var outcome = await Grains.GetGrain<IOrgUnitTreeGrain>(IOrgUnitTreeGrain.Key).Register(submission);
        Assert.False(outcome.Refused, string.Join(" ", outcome.Errors));
    }

    public static EnrolmentSubmission Enrol(string id, ISchoolGrain school, int students) =>
        Events(id, school, [.. Enumerable.Range(0, students).Select(n => Event($"{id}-{n}", EnrolmentKind.Enrolled, "2024-03-01"))]);

    public static EnrolmentSubmission Events(string id, ISchoolGrain school, params EnrolmentEvent[] events) =>
        new(id, OrgUnitId.Parse(school.GetPrimaryKeyString()), [.. events]);

    public static EnrolmentEvent Event(string student, EnrolmentKind kind, string date) =>
        new(student, kind, DateOnly.Parse(date, null), null, null, null);

    public static ValueQuery DropoutOf(OrgUnitId unit) => new(unit, "dropout.rate", Year, SchoolStage.Primary);

    public static ValueQuery RollOf(OrgUnitId unit) => new(unit, "dropout.roll", Year, SchoolStage.Primary);

    /// <summary>A stream that is being followed, its first element (what was there already) taken: what happens from now on is in it.</summary>
    public static async Task<IAsyncEnumerator<ImmutableArray<T>>> Follow<T>(IAsyncEnumerable<ImmutableArray<T>> stream, CancellationToken limit)
    {
        var followed = stream.GetAsyncEnumerator(limit);
        Assert.True(await followed.MoveNextAsync());
        return followed;
    }

    /// <summary>Follows a grain until a value says what is awaited; the test's own time limit ends a wait in vain.</summary>
    public static async Task<IndicatorValue> Until(
        IAsyncEnumerator<ImmutableArray<IndicatorValue>> changes, Func<IndicatorValue, bool> awaited)
    {
        while (await changes.MoveNextAsync())
        {
            if (changes.Current.FirstOrDefault(awaited) is { } found)
                return found;
        }

        throw new InvalidOperationException("The grain ended the stream.");
    }

    public static string ShippedCatalogue => Path.Combine(AppContext.BaseDirectory, "catalogue");

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
