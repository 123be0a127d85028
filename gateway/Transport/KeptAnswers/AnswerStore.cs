using System.Diagnostics.CodeAnalysis;
using EduAnalytics.Contracts.Changes;
using EduAnalytics.Contracts.OrgUnits;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Transport.KeptAnswers;

/// <summary>
/// Answers to queries, given again for as long as no grain behind them changed. Without a board of changes in this process
/// nothing is kept. Bounded by bytes.
/// </summary>
internal sealed class AnswerStore(IOptions<GatewayOptions> options, ChangeBoard? board = null) : IDisposable
{
    /// <summary>What an entry takes beside its body.</summary>
    private const int Overhead = 1_024;

    private readonly MemoryCache? answers = board is null || options.Value.KeptAnswerBytes == 0
        ? null
        : new MemoryCache(new MemoryCacheOptions { SizeLimit = options.Value.KeptAnswerBytes });

    /// <summary>Whether answers are kept at all.</summary>
    public bool IsOn => answers is not null;

    /// <summary>To be asked before the first grain is: what changes from then on is newer than the answer.</summary>
    public long Now => board?.Now ?? 0;

    public bool TryFind(in AnswerKey key, [NotNullWhen(true)] out KeptAnswer? answer)
    {
        answer = null;
        if (answers is null || !answers.TryGetValue(key, out answer) || answer is null)
            return false;
        if (answer.Holds)
            return true;
        answers.Remove(key);
        answer = null;
        return false;
    }

    /// <summary>Keeps an answer, unless something behind it changed while it was made.</summary>
    public KeptAnswer Keep(in AnswerKey key, byte[] body, long madeAt, NotedReads reads)
    {
        // The tree is held in the gateway for a moment, so that an answer may rest on it without a call.
        var places = reads.Keys.Append(IOrgUnitTreeGrain.Key).Distinct().Select(board!.PlaceOf).ToArray();
        var answer = new KeptAnswer(body, madeAt, places);
        if (answer.Holds)
            answers!.Set(key, answer, new MemoryCacheEntryOptions { Size = body.Length + Overhead });
        return answer;
    }

    public void Dispose() => answers?.Dispose();
}
