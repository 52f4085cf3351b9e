using System.Collections.Concurrent;
using System.Reflection;
using Archive.Domain;
using Archive.Ledger;
using MediatR;

namespace Archive.Projection;

/// <summary>Makes the <see cref="Recorded{TEvent}"/> of an event whose type is known only at run time.</summary>
internal static class RecordedEvents
{
    private static readonly MethodInfo Typed = typeof(RecordedEvents).GetMethod(nameof(Make), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static readonly ConcurrentDictionary<Type, Func<IArchiveEvent, LedgerEntry, INotification>> Makers = new();

    public static INotification Of(IArchiveEvent happened, LedgerEntry entry) =>
        Makers.GetOrAdd(happened.GetType(), type => Typed.MakeGenericMethod(type).CreateDelegate<Func<IArchiveEvent, LedgerEntry, INotification>>())(happened, entry);

    private static INotification Make<TEvent>(IArchiveEvent happened, LedgerEntry entry)
        where TEvent : IArchiveEvent =>
        new Recorded<TEvent>((TEvent)happened, entry);
}
