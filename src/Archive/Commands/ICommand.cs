using System.Text.Json.Serialization;
using MediatR;

namespace Archive.Commands;

/// <summary>A change that somebody asks for: one decision on one stream, appended whole or not at all.</summary>
public interface ICommand : IRequest<Outcome<Receipt>>
{
    /// <summary>Who asks, under which command id, and what revision they saw. Not a part of the input that a fingerprint covers.</summary>
    [JsonIgnore]
    CommandContext Context { get; }
}
