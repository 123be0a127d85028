using System.Collections.Concurrent;
using EduAnalytics.Contracts;
using EduAnalytics.Contracts.Cities;
using EduAnalytics.Contracts.Replicas;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;

namespace EduAnalytics.Gateway.Queries.Replicas;

/// <summary>
/// The answers of districts and cities that this process holds, so that many readers of one of them cost its grain little more
/// than one. Let go of where nobody asks.
/// </summary>
public sealed class ReadReplicas : IDisposable
{
    /// <summary>How long what nobody asks for is held.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan betweenLooks = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Unit, Audience Audience), Used> replicas = new();
    private readonly ConcurrentDictionary<OrgUnitId, SharedRounds<OrgUnitId, AnswerVersion>> versions = new();
    private readonly IGrainFactory grains;
    private readonly TimeProvider time;
    private readonly ITimer looks;

    public ReadReplicas(IGrainFactory grains, TimeProvider time)
    {
        (this.grains, this.time) = (grains, time);
        looks = time.CreateTimer(_ => LetGo(), null, betweenLooks, betweenLooks);
    }

    /// <summary>How many are held.</summary>
    internal int Count => replicas.Count;

    public void Dispose() => looks.Dispose();

    /// <summary>The replica that answers for a grain; null for a grain that has none, since it is no district or city of today.</summary>
    internal Replica? Find(IValueReads holder, Audience audience)
    {
        if (holder is not IRowKeeper source)
            return null;
        var used = replicas.GetOrAdd((source.GetPrimaryKeyString(), audience), _ => new Used(new Replica(source, audience, unit => Newest(unit, source), time)));
        used.At = time.GetTimestamp();
        return used.Replica;
    }

    /// <summary>One question for all replicas that rest on the unit, a city's districts among them.</summary>
    private Task<AnswerVersion> Newest(OrgUnitId unit, IReplicaSource source) =>
        versions.GetOrAdd(unit, _ =>
        {
            var asked = unit.Code == source.GetPrimaryKeyString() ? source : grains.GetGrain<ICityGrain>(unit.Code);
            return new SharedRounds<OrgUnitId, AnswerVersion>(_ => asked.Version(), time);
        }).Join(unit);

    private void LetGo()
    {
        foreach (var (key, used) in replicas)
            if (time.GetElapsedTime(used.At) >= Longest)
                replicas.TryRemove(key, out _);
    }

    private sealed class Used(Replica replica)
    {
        private long at;

        public Replica Replica => replica;

        /// <summary>When it was asked last.</summary>
        public long At
        {
            get => Volatile.Read(ref at);
            set => Volatile.Write(ref at, value);
        }
    }
}
