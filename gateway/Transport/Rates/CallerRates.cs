using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;
using EduAnalytics.Gateway.Transport.Errors;
using EduAnalytics.Gateway.Transport.Http;
using EduAnalytics.Gateway.Transport.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Transport.Rates;

/// <summary>Counts what each caller asks for and has open. The limiters drop the counts of callers that went quiet.</summary>
internal sealed class CallerRates : IDisposable
{
    private readonly RateOptions _rates;
    private readonly PartitionedRateLimiter<CallerKey> _requests;
    private readonly PartitionedRateLimiter<CallerKey> _sockets;
    private readonly PartitionedRateLimiter<CallerKey> _subscriptions;

    public CallerRates(IOptions<GatewayOptions> options)
    {
        _rates = options.Value.Rates;
        _requests = ByCaller(key => RateLimitPartition.GetTokenBucketLimiter(key, _ => Bucket()));
        _sockets = ByCaller(key => RateLimitPartition.GetConcurrencyLimiter(key, _ => AtOnce(_rates.MaxSockets)));
        _subscriptions = ByCaller(key => RateLimitPartition.GetConcurrencyLimiter(key, _ => AtOnce(_rates.MaxSubscriptions)));
        Requests = _requests.WithTranslatedKey<HttpContext>(CallerKey.Of, leaveOpen: true);
    }

    /// <summary>For what counts every HTTP request, whatever it is for.</summary>
    public PartitionedRateLimiter<HttpContext> Requests { get; }

    /// <summary>Counts one operation on a socket.</summary>
    /// <param name="problem">Null where it may run.</param>
    public bool MayAsk(CallerKey caller, [NotNullWhen(false)] out HttpProblem? problem)
    {
        using var lease = _requests.AttemptAcquire(caller);
        problem = lease.IsAcquired ? null : TooManyRequests(lease);
        return lease.IsAcquired;
    }

    /// <summary>Counts a socket until the lease is disposed; one that is not acquired must not be served.</summary>
    public RateLimitLease OpenSocket(CallerKey caller) => _sockets.AttemptAcquire(caller);

    /// <summary>Counts a subscription until the lease is disposed; one that is not acquired must not be followed.</summary>
    public RateLimitLease Follow(CallerKey caller) => _subscriptions.AttemptAcquire(caller);

    public HttpProblem TooManyRequests(RateLimitLease lease) => new(
        StatusCodes.Status429TooManyRequests,
        ErrorCodes.TooManyRequests,
        $"This caller may send {_rates.RequestsPerSecond} requests a second, {_rates.Burst} at once after a pause (Gateway:Rates:RequestsPerSecond, Burst). Ask again later.")
    {
        Limit = new LimitReached("Rates:RequestsPerSecond", _rates.RequestsPerSecond, _rates.RequestsPerSecond + 1L),
        RetryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1),
    };

    public LimitExceededError TooManySubscriptions() => new(
        ErrorCodes.TooManySubscriptions,
        $"This caller follows {_rates.MaxSubscriptions} subscriptions, which is the limit. Complete one before the next",
        new LimitReached("Rates:MaxSubscriptions", _rates.MaxSubscriptions, _rates.MaxSubscriptions + 1L));

    public void Dispose()
    {
        Requests.Dispose();
        _requests.Dispose();
        _sockets.Dispose();
        _subscriptions.Dispose();
    }

    private PartitionedRateLimiter<CallerKey> ByCaller(Func<CallerKey, RateLimitPartition<CallerKey>> limited) =>
        PartitionedRateLimiter.Create<CallerKey, CallerKey>(key =>
            key.IsThisMachine && !_rates.Loopback ? RateLimitPartition.GetNoLimiter(key) : limited(key));

    private TokenBucketRateLimiterOptions Bucket() => new()
    {
        TokenLimit = _rates.Burst,
        TokensPerPeriod = _rates.RequestsPerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
        AutoReplenishment = true,
    };

    private static ConcurrencyLimiterOptions AtOnce(int most) => new() { PermitLimit = most, QueueLimit = 0 };
}
