using System.Text;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>
/// Basic credentials. Wrong ones are answered Unauthenticated before any service is reached; none at all, or those of a user without rights,
/// are denied by the service.
/// </summary>
internal sealed class DoubleAccess(IReadOnlyList<DoubleUser> users)
{
    private static readonly object UserKey = new();

    public Task AuthenticateAsync(HttpContext context, RequestDelegate next)
    {
        string? header = context.Request.Headers.Authorization;
        if (users.Count == 0 || string.IsNullOrEmpty(header))
            return next(context);
        if (Find(header) is not { } user)
        {
            context.Response.ContentType = "application/grpc";
            context.Response.Headers["grpc-status"] = ((int)StatusCode.Unauthenticated).ToString();
            context.Response.Headers["grpc-message"] = "Unauthenticated";
            return Task.CompletedTask;
        }
        context.Items[UserKey] = user;
        return next(context);
    }

    public void Demand(ServerCallContext context)
    {
        if (users.Count > 0 && context.GetHttpContext().Items[UserKey] is not DoubleUser { MayAll: true })
            throw WireRefusals.AccessDenied();
    }

    private DoubleUser? Find(string header)
    {
        const string scheme = "Basic ";
        var bytes = new byte[header.Length];
        if (!header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            || !Convert.TryFromBase64String(header[scheme.Length..], bytes, out var length))
        {
            return null;
        }
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        return users.FirstOrDefault(user => text == user.Name + ":" + user.Password);
    }
}
