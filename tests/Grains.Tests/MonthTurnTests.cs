using EduAnalytics.Contracts.Schools;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Grains.Districts;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Events;
using EduAnalytics.Journal.Postgres;
using EduAnalytics.Testing.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EduAnalytics.Grains.Tests;

/// <summary>A city whose reminders are in PostgreSQL, as a cluster's are, while months pass and the silo is away.</summary>
public sealed class MonthTurnTests : IAsyncLifetime
{
    private static readonly Period march = Period.Parse("2024-03");

    private readonly ShiftedTime clock = new();
    private readonly Looks looks = new();
    private PostgresServer server = null!;
    private SiloFixture silo = null!;

    public async ValueTask InitializeAsync()
    {
        clock.Set(new DateTimeOffset(2024, 3, 20, 12, 0, 0, TimeSpan.Zero));
        server = await PostgresServer.StartNew();
        var store = await server.CreateDatabase();
        PostgresTables.Migrate(new JournalOptions { Store = store }, TimeProvider.System);
        var tables = new NpgsqlConnectionStringBuilder(store) { SearchPath = PostgresTables.MembershipSchema }.ConnectionString;
        silo = new SiloFixture { Store = store, Reminders = builder => Remind(builder, tables) };
        await silo.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await silo.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_district_that_nobody_asks_for_is_reminded_after_a_restart_and_its_silent_school_owes_the_month()
    {
        var id = OrgUnitId.Parse("230404-silent");
        var begun = looks.Next(SiloFixture.District);
        var school = await silo.NewSchool(id.Code);
        await school.RecordEnrolment(SiloFixture.Enrol("silent", school, 3));
        await begun;
        await silo.Stop();
        clock.Set(new DateTimeOffset(2024, 4, 8, 12, 0, 0, TimeSpan.Zero));

        var reminded = looks.Next(SiloFixture.District);
        await silo.Start();
        await reminded;

        Assert.Equal([march], await MonthsEnded(id));
        Assert.Equal([Period.Parse("2024-02"), march], await MonthsEnded(SiloFixture.District));
        school = silo.Grains.GetGrain<ISchoolGrain>(id.Code);
        var rate = (await school.Evaluate([new ValueQuery(id, "dropout.reporting_rate", march, null)], Audience.Staff))[0];
        Assert.Equal((0m, 1m), (rate.Numerator, rate.Denominator));
    }

    private async Task<List<Period>> MonthsEnded(OrgUnitId unit) => await silo.Journal.ReplayAsync(unit.Code, 0, TestContext.Current.CancellationToken)
        .Select(JournalEventCodec.Decode).OfType<MonthEnded>().Select(ended => ended.Month).ToListAsync(TestContext.Current.CancellationToken);

    private ISiloBuilder Remind(ISiloBuilder builder, string tables)
    {
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.Configure<MonthTurnOptions>(turn => (turn.Soon, turn.Between) = (TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1)));
        return builder
            .Configure<ReminderOptions>(reminders => reminders.MinimumReminderPeriod = TimeSpan.FromMilliseconds(100))
            .AddIncomingGrainCallFilter(looks)
            .UseAdoNetReminderService(store => (store.Invariant, store.ConnectionString) = ("Npgsql", tables));
    }

    /// <summary>A clock that runs as others do, from another day.</summary>
    private sealed class ShiftedTime : TimeProvider
    {
        private TimeSpan shift;

        public void Set(DateTimeOffset now) => shift = now - System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
    }

    /// <summary>Tells when a district that was reminded has done what it is reminded of.</summary>
    private sealed class Looks : IIncomingGrainCallFilter
    {
        private (string District, TaskCompletionSource Looked) awaited = ("", new TaskCompletionSource());

        public Task Next(OrgUnitId district)
        {
            awaited = (district.Code, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return awaited.Looked.Task.WaitAsync(TestContext.Current.CancellationToken);
        }

        public async Task Invoke(IIncomingGrainCallContext context)
        {
            await context.Invoke();
            var (district, looked) = awaited;
            if (context.ImplementationMethod.Name == nameof(IRemindable.ReceiveReminder) && context.TargetId.Key.ToString() == district)
                looked.TrySetResult();
        }
    }
}
